// The page: what is asked, what is shown, and what is said meanwhile. A fødselsnummer is in one field and one call, and in no
// address and no storage.
import { Api, Apifeil, SCOPES } from './api.js';
import { html } from './bygg.js';
import { ANTALL, DYBDE, foelg } from './foelg.js';
import { gjeldende, graf } from './modell.js';
import { lastNed, somJson, somPng, somSvg } from './nedlasting.js';
import * as ord from './ord.js';
import { spraak, t, velgSpraak } from './spraak.js';
import { forklaring, tegn } from './tegning.js';
import * as tekst from './tekst.js';

const LOKAL = document.body.dataset.lokal === 'ja';
const ORGNR = /^\d{9}$/;
const NUMMER = /^\d{11}$/;

const api = new Api(LOKAL);
const del = (id) => document.getElementById(id);

/** What is shown: { virksomhet, registrering, kjente, stanset }, or nothing. */
let vist = null;

/** Whether what is shown or asked for is a person's. */
let gjelderPerson = false;
let avbryt = new AbortController();

// --- language ---------------------------------------------------------------------------------------------------------------

function oversett() {
  document.documentElement.lang = spraak();
  document.title = `${t('tittel')} – ${t('register')}`;
  document.querySelectorAll('[data-t]').forEach((element) => (element.textContent = t(element.dataset.t)));
  del('spraakvalg').setAttribute('aria-label', t('spraak'));
  del('spraakvalg')
    .querySelectorAll('button')
    .forEach((knapp) => knapp.setAttribute('aria-pressed', String(knapp.dataset.spraak === spraak())));
  del('scope').querySelectorAll('option').forEach((valg) => (valg.textContent = t(`scope.${valg.value}`)));
}

// --- what is said while it works, and when it does not ----------------------------------------------------------------------

function si(melding) {
  del('melding').textContent = melding;
}

function visFeil(feil) {
  si('');
  if (!(feil instanceof Apifeil)) {
    del('feil').replaceChildren(html('strong', {}, t('ingenKontakt')));
    throw feil;
  }
  del('feil').replaceChildren(
    html('strong', {}, feil.status ? t('feilstatus', feil.status) : t('ingenKontakt')),
    ...(feil.message ? [html('p', { lang: 'nb' }, feil.message)] : []),
    ...(feil.sporing ? [html('p', { class: 'hjelp' }, t('sporing', feil.sporing))] : []),
  );
}

/** Runs one thing at a time: what was under way is given up. */
async function utfoer(gjoer) {
  avbryt.abort();
  avbryt = new AbortController();
  const { signal } = avbryt;
  del('feil').replaceChildren();
  del('resultat').setAttribute('aria-busy', 'true');
  si(t('henter'));
  try {
    await gjoer(signal);
  } catch (feil) {
    if (!signal.aborted) {
      toem();
      visFeil(feil);
    }
  } finally {
    if (!signal.aborted) {
      del('resultat').setAttribute('aria-busy', 'false');
    }
  }
}

function toem() {
  vist = null;
  del('resultat').replaceChildren();
}

// --- a virksomhet -----------------------------------------------------------------------------------------------------------

/** The organisasjonsnummer stands in the address, so that one can go back and forth. */
function aapne(orgnr) {
  if (location.hash === `#${orgnr}`) {
    slaaOpp(orgnr);
  } else {
    location.hash = orgnr;
  }
}

/** @param flytt whether to go to what is shown, as whoever asked for it expects; one who chose a scope or a language stays there */
function slaaOpp(orgnr, flytt = true) {
  gjelderPerson = false;
  del('orgnr').value = orgnr;
  return utfoer(async (signal) => {
    toem();
    const virksomhet = await api.virksomhet(orgnr, spraak(), signal);
    const registrering = gjeldende(virksomhet);
    si(t('foelger'));
    const funnet = await foelg(orgnr, registrering, (nummer) => api.virksomhet(nummer, spraak(), signal));
    signal.throwIfAborted();
    vist = { virksomhet, registrering, ...funnet };
    visVirksomhet();
    si(t('ferdig', t('virksomhet', ord.orgnr(orgnr))));
    if (flytt) {
      del('overskrift').focus();
    }
  });
}

function visVirksomhet() {
  const { virksomhet, registrering } = vist;
  const orgnr = virksomhet.organisasjonsnummer;
  const erGjeldende = registrering === gjeldende(virksomhet);
  const bilde = graf(orgnr, registrering, erGjeldende ? vist.kjente : new Map());
  del('resultat').replaceChildren(
    html('h2', { id: 'overskrift', tabindex: '-1' }, t('virksomhet', ord.orgnr(orgnr))),
    avsnitt('oversikt', tekst.oversikt(virksomhet, registrering)),
    avsnitt('historikk', tekst.tidslinje(virksomhet, registrering, velgRegistrering)),
    ...(erGjeldende ? [] : [html('p', { class: 'varsel', role: 'note' }, t('viserTidligere'))]),
    ...(registrering.uoverensstemmelse ? [avsnitt('uoverensstemmelser', tekst.uoverensstemmelse(registrering))] : []),
    tegneavsnitt(bilde, orgnr, erGjeldende),
    avsnitt('holdere', tekst.holdere(registrering)),
  );
  zoom(0);
}

function avsnitt(tittel, ...innhold) {
  return html('section', { 'aria-labelledby': `h-${tittel}` }, html('h3', { id: `h-${tittel}` }, t(tittel)), ...innhold);
}

function velgRegistrering(registrering) {
  vist.registrering = registrering;
  visVirksomhet();
  document.querySelector('.tidslinje [aria-current]').focus();
}

// --- the drawing ------------------------------------------------------------------------------------------------------------

function tegneavsnitt(modell, orgnr, erFulgt) {
  const bilde = tegn(modell, t('tegningAv', t('virksomhet', ord.orgnr(orgnr))), {
    plass: del('resultat').clientWidth - 2,
    aapne,
    visTekst: (node) => tekstfor(node).focus(),
  });
  const stanset = erFulgt && vist.stanset;
  const begrenset = erFulgt && [...vist.kjente.values()].some((en) => en.grense);
  return avsnitt(
    'eierskap',
    ...(stanset ? [html('p', { class: 'varsel', role: 'note' }, t('foelgingStanset', stanset.message || t('ingenKontakt')))] : []),
    ...(begrenset ? [html('p', { class: 'varsel', role: 'note' }, t('foelgingBegrenset', DYBDE, ANTALL))] : []),
    verktoey(bilde, orgnr),
    html('p', { class: 'hjelp', id: 'tegningHjelp' }, t('tegningHjelp')),
    html('div', { class: 'tegneflate', role: 'region', 'aria-label': t('tegneomraade'), tabindex: '0' }, bilde),
    html(
      'ul',
      { class: 'forklaring', 'aria-label': t('forklaring') },
      forklaring(modell).map(([proeve, ord]) => html('li', {}, proeve, ord)),
    ),
    html('h4', {}, t('somTekst')),
    tekst.tegningSomTekst(modell),
  );
}

function tekstfor(node) {
  return del(`t-${node.id}`) ?? document.querySelector(`[data-tekst~="${node.id}"]`);
}

function verktoey(bilde, orgnr) {
  const navn = `rrh-${orgnr}`;
  const knapp = (id, ord, gjoer) => html('button', { type: 'button', id, click: gjoer }, t(ord));
  return html(
    'div',
    { class: 'verktoey' },
    html(
      'div',
      { role: 'group', 'aria-label': t('zoom') },
      knapp('zoomUt', 'zoomUt', () => zoom(1 / 1.25)),
      knapp('zoomInn', 'zoomInn', () => zoom(1.25)),
      knapp('zoomTilpass', 'zoomTilpass', () => zoom(0)),
    ),
    html(
      'div',
      { role: 'group', 'aria-label': t('lastNed') },
      knapp('lastNedSvg', 'lastNedSvg', () => lastNed(`${navn}.svg`, somSvg(bilde))),
      knapp('lastNedPng', 'lastNedPng', () => png(`${navn}.png`, bilde)),
      knapp('lastNedJson', 'lastNedJson', () => lastNed(`${navn}.json`, somJson(vist.virksomhet))),
      knapp('lastNedBods', 'lastNedBods', () => bods(`${navn}.bods.json`, orgnr)),
      knapp('skrivUt', 'skrivUt', () => window.print()),
    ),
  );
}

async function png(navn, bilde) {
  try {
    lastNed(navn, await somPng(bilde));
  } catch {
    si(t('pngFeilet'));
  }
}

async function bods(navn, orgnr) {
  const { signal } = avbryt;
  si(t('henter'));
  try {
    const fil = await api.bods(orgnr, spraak(), signal);
    signal.throwIfAborted();
    lastNed(navn, fil);
    si('');
  } catch (feil) {
    if (!signal.aborted) {
      visFeil(feil);
    }
  }
}

/** Larger or smaller by so much; 0 for as large as there is room for and can be read. */
function zoom(faktor) {
  const bilde = document.querySelector('.tegneflate > svg');
  const { bredde, hoeyde } = bilde.dataset;
  const rom = bilde.parentElement.clientWidth / bredde;
  const skala = faktor === 0 ? Math.min(1, Math.max(rom, 0.6)) : (bilde.getAttribute('width') / bredde) * faktor;
  bilde.setAttribute('width', Math.round(bredde * Math.min(4, Math.max(0.2, skala))));
  bilde.setAttribute('height', Math.round(hoeyde * Math.min(4, Math.max(0.2, skala))));
}

// --- a person ---------------------------------------------------------------------------------------------------------------

function soek(nummer) {
  gjelderPerson = true;
  return utfoer(async (signal) => {
    toem();
    const treff = await api.soek(nummer, spraak(), signal);
    signal.throwIfAborted();
    si('');
    const antall = treff.length === 1 ? t('treffEn') : t('treffFlere', treff.length);
    del('resultat').replaceChildren(
      html('h2', { id: 'overskrift', tabindex: '-1' }, t('soekeresultat')),
      html('p', {}, treff.length === 0 ? t('ingenTreff') : t('treff', antall)),
      html('ul', { class: 'treff' }, treff.map(treffet)),
    );
    del('overskrift').focus();
  });
}

function treffet(virksomhet) {
  const orgnr = virksomhet.organisasjonsnummer;
  const { registreringsstatus, reelleRettighetshavere } = gjeldende(virksomhet);
  const navn = reelleRettighetshavere.slice(0, 3).map(ord.navn).join(', ');
  return html(
    'li',
    {},
    html('button', { type: 'button', 'data-orgnr': orgnr, 'aria-label': t('aapne', ord.orgnr(orgnr)), click: () => aapne(orgnr) }, ord.orgnr(orgnr)),
    html('span', {}, `${registreringsstatus.kodenavn}${navn ? `: ${navn}${reelleRettighetshavere.length > 3 ? ' …' : ''}` : ''}`),
  );
}

// --- what the user does -----------------------------------------------------------------------------------------------------

function utenLuft(verdi) {
  return verdi.replace(/\s/g, '');
}

del('oppslag').addEventListener('submit', (hendelse) => {
  hendelse.preventDefault();
  const orgnr = utenLuft(del('orgnr').value);
  if (ORGNR.test(orgnr)) {
    aapne(orgnr);
  } else {
    // it may be that of a person, in the wrong field: it is sent nowhere
    del('orgnr').value = '';
    avvis(t('feilOrgnr'), 'orgnr');
  }
});

del('soek').addEventListener('submit', (hendelse) => {
  hendelse.preventDefault();
  const nummer = utenLuft(del('nummer').value);
  del('nummer').value = '';
  if (NUMMER.test(nummer)) {
    soek(nummer);
  } else {
    avvis(t('feilNummer'), 'nummer');
  }
});

function avvis(melding, felt) {
  del('feil').replaceChildren(html('strong', {}, melding));
  del(felt).focus();
}

del('tilgang').addEventListener('submit', (hendelse) => {
  hendelse.preventDefault();
  if (LOKAL) {
    return;
  }
  api.settToken(del('token').value.trim());
  del('token').value = '';
  nyTilgang();
  si(t(api.harToken ? 'tokenTatt' : 'tokenBorte'));
});

del('scope').addEventListener('change', () => {
  api.velgScope(del('scope').value);
  nyTilgang();
});

/** Another sees another: nothing stays of what the one before saw. */
function nyTilgang() {
  del('soek').hidden = !api.kanSoeke;
  del('nummer').value = '';
  visAdressen(false);
}

del('spraakvalg').addEventListener('click', (hendelse) => {
  const valgt = hendelse.target.dataset.spraak;
  if (valgt) {
    velgSpraak(valgt);
    oversett();
    // what a search found stays: the number to ask by again is gone
    if (!gjelderPerson) {
      visAdressen(false);
    }
  }
});

del('hopp').addEventListener('click', (hendelse) => {
  hendelse.preventDefault();
  del('innhold').focus();
});

/** The virksomhet that the address names. Anything else that is put there is taken away: it might be the number of a person. */
function visAdressen(flytt = true) {
  const orgnr = location.hash.slice(1);
  del('feil').replaceChildren();
  if (ORGNR.test(orgnr)) {
    // without a token too: then the API says that one is needed
    slaaOpp(orgnr, flytt);
    return;
  }
  if (orgnr && !ORGNR.test(orgnr)) {
    history.replaceState(null, '', location.pathname);
  }
  avbryt.abort();
  toem();
  si('');
  del('resultat').setAttribute('aria-busy', 'false');
}

window.addEventListener('hashchange', () => visAdressen());

// a browser may keep the whole page, to come back to: what it showed and by what token is not to be found there
window.addEventListener('pagehide', () => {
  avbryt.abort();
  toem();
  api.settToken('');
  document.querySelectorAll('input').forEach((felt) => (felt.value = ''));
});
window.addEventListener('pageshow', (hendelse) => {
  if (hendelse.persisted) {
    location.reload();
  }
});

del('scope').append(...SCOPES.map((scope) => html('option', { value: scope })));
del('scopefelt').hidden = !LOKAL;
del('tokenfelt').hidden = LOKAL;
del('skjemaer').hidden = false;
oversett();
nyTilgang();
document.body.dataset.klar = 'ja';
