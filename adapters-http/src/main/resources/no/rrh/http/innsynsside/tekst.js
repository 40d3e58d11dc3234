// The parts of the page that are words: what the answer says, and what the drawing shows.
import { html } from './bygg.js';
import { gjeldende } from './modell.js';
import * as ord from './ord.js';
import { dag, liste, t, tidspunkt } from './spraak.js';

/** What is known of the virksomhet itself and of the registration that is shown. */
export function oversikt(virksomhet, registrering) {
  const rader = [
    [t('registreringsstatus'), registrering.registreringsstatus.kodenavn],
    [t('rettighetshaverstatus'), registrering.reelleRettighetshaverestatus?.kodenavn],
    [t('registrert'), tidspunkt(registrering.registrert)],
    [t('foerstRegistrert'), tidspunkt(virksomhet.foerstRegistrertIRegisterOverReelleRettighetshavere)],
    [t('slettet'), virksomhet.slettetIRegisterOverReelleRettighetshavere && tidspunkt(virksomhet.slettetIRegisterOverReelleRettighetshavere)],
    [t('utenlandskRegisterFelt'), registrering.utenlandskRegister && sted(registrering.utenlandskRegister)],
    [t('regulertMarkedFelt'), registrering.regulertMarked && sted(registrering.regulertMarked)],
  ];
  return fakta(rader);
}

function sted(register) {
  return [register.navn, ord.land(register.land), register.internettadresse].filter(Boolean).join(', ');
}

function fakta(rader) {
  return html(
    'dl',
    { class: 'fakta' },
    rader.filter(([, verdi]) => verdi).map(([navn, verdi]) => html('div', {}, html('dt', {}, navn), html('dd', {}, verdi))),
  );
}

/** Every registration, newest first; one of them is shown. */
export function tidslinje(virksomhet, valgt, velg) {
  return html(
    'ol',
    { class: 'tidslinje', reversed: '' },
    virksomhet.registreringer.map((registrering) =>
      html(
        'li',
        { class: registrering.erGjeldendeRegistrering ? 'gjeldende' : null },
        html(
          'button',
          { type: 'button', 'aria-current': registrering === valgt ? 'true' : null, click: () => velg(registrering) },
          html('strong', {}, dag(registrering.registrert)),
          html('span', {}, t(naar(registrering, virksomhet))),
          html('span', { class: 'status' }, kort(registrering)),
          registrering.uoverensstemmelse ? html('span', { class: 'status' }, `⚠ ${t('uoverensstemmelser')}`) : null,
        ),
      ),
    ),
  );
}

/** Of a deleted virksomhet none counts, and the last one tells that. */
function naar(registrering, virksomhet) {
  return registrering.erGjeldendeRegistrering ? 'gjeldende' : registrering === gjeldende(virksomhet) ? 'sist' : 'tidligere';
}

function kort(registrering) {
  const antall = registrering.reelleRettighetshavere.length;
  const navn = registrering.reelleRettighetshavere.map(ord.navn);
  return antall > 0 ? liste(navn.slice(0, 3).concat(antall > 3 ? [`+${antall - 3}`] : [])) : registrering.registreringsstatus.kodenavn;
}

/** The holders, with all that the answer has of each. */
export function holdere(registrering) {
  if (registrering.reelleRettighetshavere.length === 0) {
    return html('p', {}, t('ingenHoldere'));
  }
  return html('ul', { class: 'holdere' }, registrering.reelleRettighetshavere.map(holder));
}

function holder(en) {
  const person = ord.person(en);
  return html(
    'li',
    { class: ord.erSkjermet(en) ? 'skjermet' : null },
    html('h4', {}, ord.navn(en), en.erUnntattFraInnsyn && !ord.erSkjermet(en) ? html('span', { class: 'merke' }, t('erUnntatt')) : null),
    fakta([
      [t('foedselsdato'), `${person.foedselsdato ? dag(person.foedselsdato) : person.foedselsaar}${person.erDoed ? ` (${t('doed')})` : ''}`],
      [t('foedselsnummer'), person.foedselsEllerDNummer],
      [t('bostedsland'), ord.land(person.bostedsland)],
      [t('statsborgerskap'), person.statsborgerskap.map(ord.land).join(', ')],
      [t('gjelderFra'), [...new Set([dag(en.foerstRegistrert), dag(en.endret)])].join(' · ')],
    ]),
    html('p', { class: 'undertittel' }, t('posisjoner')),
    html('ul', { class: 'posisjoner' }, en.posisjoner.map(posisjon)),
  );
}

function posisjon(en) {
  const via = en.mellomliggendeVirksomheter.map((ett) =>
    ett.norskVirksomhet ? ord.orgnr(ett.norskVirksomhet.organisasjonsnummer) : utenlandsk(ett.utenlandskVirksomhet),
  );
  return html(
    'li',
    {},
    ord.posisjonMedGrunnlag(en),
    en.beskrivelseAvPosisjonenKontrollPaaAnnenMaate ? `: ${en.beskrivelseAvPosisjonenKontrollPaaAnnenMaate}` : null,
    via.length > 0 ? html('div', { class: 'via' }, `${t(via.length > 1 ? 'gjennom' : 'gjennomEn')} ${via.join('; ')}`) : null,
  );
}

function utenlandsk(virksomhet) {
  const { navn, registreringsnummerIHjemlandet: nummer, adresse } = virksomhet;
  return [navn, nummer, ...adresse.friAdressetekst, ord.land(adresse.land)].filter(Boolean).join(', ');
}

export function uoverensstemmelse(registrering) {
  const { beskrivelseAvUoverensstemmelse, uoverensstemmelseMottatt, innsender } = registrering.uoverensstemmelse;
  return html(
    'div',
    { class: 'uoverensstemmelse' },
    html('p', {}, beskrivelseAvUoverensstemmelse),
    html('p', { class: 'hjelp' }, t('mottatt', tidspunkt(uoverensstemmelseMottatt)), innsender ? ` · ${t('innsender')}: ${hvem(innsender)}` : null),
  );
}

function hvem(innsender) {
  return innsender.varslingspliktigVirksomhet ? ord.orgnr(innsender.varslingspliktigVirksomhet.organisasjonsnummer) : ord.navn(innsender);
}

/** All that the drawing shows, virksomhet by virksomhet; an item for each line of it. */
export function tegningSomTekst(graf) {
  const etterId = new Map(graf.noder.map((node) => [node.id, node]));
  return html(
    'div',
    { class: 'somtekst', id: 'somtekst' },
    graf.noder.filter((node) => node.slag === 'virksomhet').map((node) => virksomhetstekst(node, graf, etterId)),
  );
}

function virksomhetstekst(node, graf, etterId) {
  const punkter = graf.kanter.filter((kant) => kant.til === node.id).map((kant) => kanttekst(kant, graf, etterId));
  const medlemI = graf.kanter
    .filter((kant) => kant.fra === node.id)
    .map((kant) => [kant, graf.kanter.find((ut) => ut.fra === kant.til && ut.slag === 'ut')])
    .map(([kant, ut]) => t(kant.sirkel ? 'erMedSirkel' : 'erMed', ord.orgnr(etterId.get(ut.til).orgnr)));
  return html(
    'section',
    {},
    html('h4', { id: `t-${node.id}`, tabindex: '-1' }, `${ord.orgnr(node.orgnr)} – ${t(node.rot ? 'duSloOpp' : 'mellomliggende')}`),
    html('p', {}, t(node.registrering.reelleRettighetshavere.length > 0 ? 'kontrolleres' : 'ingenHoldere')),
    html('ul', {}, punkter, [...new Set(medlemI)].map((en) => html('li', {}, en))),
  );
}

function kanttekst(kant, graf, etterId) {
  const fra = etterId.get(kant.fra);
  if (kant.slag === 'merknad') {
    return html('li', { 'data-tekst': fra.id, tabindex: '-1' }, ord.merknad(fra.registrering));
  }
  const mengde = kant.slag === 'ut' ? fra : null;
  const person = mengde ? etterId.get(graf.kanter.find((inn) => inn.til === mengde.id && inn.slag === 'inn').fra) : fra;
  const posisjoner = mengde
    ? mengde.posisjoner.map((en) => (mengde.delvis ? t('delvis', ord.posisjon(en)) : ord.posisjonMedGrunnlag(en)))
    : kant.posisjoner.map(ord.posisjonMedGrunnlag);
  const via = mengde ? `, ${t(mengde.medlemmer.length > 1 ? 'gjennom' : 'gjennomEn')} ${mengde.medlemmer.map(ord.medlem).join('; ')}` : '';
  return html(
    'li',
    { 'data-tekst': [person.id, mengde?.id].filter(Boolean).join(' '), tabindex: '-1' },
    html('strong', {}, ord.navn(person.holder)),
    ` (${ord.foedtOgBosted(person.holder)}): ${posisjoner.join('; ')}${via}`,
  );
}
