// The drawing: SVG that the keyboard reaches and that says what it shows.
import { svg } from './bygg.js';
import { IKON, oppsett } from './oppsett.js';
import * as ord from './ord.js';
import { t } from './spraak.js';

const PIL = 10;
const IKONER = {
  person: 'M8 1.5a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0 -7.2zM1 16.5c0 -4 3 -6.2 7 -6.2s7 2.2 7 6.2z',
  skjermet: 'M4 7.5V5.5a4 4 0 0 1 8 0V7.5H13.5V16.5H2.5V7.5zM5.8 7.5H10.2V5.5a2.2 2.2 0 0 0 -4.4 0z',
  virksomhet: 'M2 16.5V2H10V16.5H7.2V13.5H4.8V16.5zM11.5 16.5V6.5H15.5V16.5zM4 4.2V6H5.4V4.2zM6.8 4.2V6H8.2V4.2zM4 7.6V9.4H5.4V7.6zM6.8 7.6V9.4H8.2V7.6z',
};

/**
 * @param valg { plass, aapne(orgnr), visTekst(node id) }
 * @returns the svg element, with its own size as data-bredde and data-hoeyde
 */
export function tegn(graf, tittel, valg) {
  const sted = oppsett(graf, valg.plass);
  const bilde = svg('svg', {
    class: 'tegning',
    viewBox: `0 0 ${sted.bredde} ${sted.hoeyde}`,
    width: sted.bredde,
    height: sted.hoeyde,
    role: 'group',
    'aria-label': tittel,
    'aria-describedby': 'tegningHjelp',
    'data-bredde': sted.bredde,
    'data-hoeyde': sted.hoeyde,
  });
  const etterId = new Map(graf.noder.map((node) => [node.id, node]));
  bilde.append(...graf.kanter.map((kant) => tegnKant(kant, sted.kanter.get(kant.id), etterId)));
  // over all lines, so that none goes through a word
  bilde.append(...graf.kanter.flatMap((kant) => merker(kant, sted.kanter.get(kant.id))));
  const noder = graf.noder
    .map((node) => ({ node, boks: sted.noder.get(node.id) }))
    .sort((en, annen) => en.boks.y - annen.boks.y || en.boks.x - annen.boks.x);
  bilde.append(...noder.map(({ node, boks }) => tegnNode(node, boks, valg)));
  vandring(bilde);
  return bilde;
}

function tegnKant(kant, sted, noder) {
  const slag = kant.slag === 'posisjon' ? kant.grunnlag : kant.slag;
  const gruppe = svg('g', { class: `kant ${slag}${kant.sirkel ? ' sirkel' : ''}`, role: 'img', 'aria-label': kantord(kant, noder) });
  gruppe.append(svg('path', { class: 'strek', d: sted.bane, fill: 'none' }));
  if (kant.slag === 'posisjon' || kant.slag === 'ut') {
    gruppe.append(svg('path', { class: 'pil', d: pil(sted) }));
  }
  return gruppe;
}

/** What stands on a line; it is said with the line itself. */
function merker(kant, sted) {
  const merke = svg('g', { 'aria-hidden': 'true' });
  if (sted.merke) {
    const { x, y, w, h } = sted.merke;
    merke.append(svg('rect', { class: 'bakgrunn', x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 4 }));
    merke.append(...tekster(sted.merke, x, y - h / 2, 'middle'));
  }
  if (kant.sirkel) {
    const { midt } = sted;
    merke.append(svg('circle', { class: 'bakgrunn', cx: midt.x, cy: midt.y, r: 10 }));
    merke.append(svg('text', { class: 'linje fet sirkelmerke', x: midt.x, y: midt.y + 5, 'text-anchor': 'middle' }, '↻'));
  }
  return merke.hasChildNodes() ? [merke] : [];
}

function kantord(kant, noder) {
  const navn = (id) => nodeord(noder.get(id));
  const hva = {
    posisjon: () => kant.posisjoner.map(ord.posisjonMedGrunnlag).join(', '),
    inn: () => t('indirekte'),
    ut: () => t('indirekte'),
    medlem: () => t(kant.sirkel ? 'sirkelForklaring' : 'medlemForklaring'),
    merknad: () => '',
  }[kant.slag]();
  return `${navn(kant.fra)} → ${navn(kant.til)}${hva ? `: ${hva}` : ''}`;
}

function nodeord(node) {
  switch (node.slag) {
    case 'person':
      return `${ord.navn(node.holder)}, ${ord.foedtOgBosted(node.holder)}`;
    case 'virksomhet':
      return `${t('virksomhet', ord.orgnr(node.orgnr))}, ${t(node.rot ? 'duSloOpp' : 'mellomliggende')}${node.sirkel ? `, ${t('sirkel')}` : ''}`;
    case 'mengde':
      return `${node.posisjoner.map(ord.posisjonMedGrunnlag).join(', ')}, ${t('gjennom')} ${node.medlemmer.map(ord.medlem).join(', ')}`;
    default:
      return ord.merknad(node.registrering);
  }
}

function tegnNode(node, boks, valg) {
  const kanAapnes = node.slag === 'virksomhet' && !node.rot;
  const gjoer = kanAapnes ? () => valg.aapne(node.orgnr) : () => valg.visTekst(node);
  const skjermet = node.slag === 'person' && ord.erSkjermet(node.holder);
  const { x, y, w, h } = boks;
  const [venstre, topp] = [x - w / 2, y - h / 2];
  const gruppe = svg('g', {
    class: ['node', node.slag, node.rot ? 'rot' : '', skjermet ? 'skjermet' : '', node.sirkel ? 'sirkel' : ''].filter(Boolean).join(' '),
    role: 'button',
    tabindex: -1,
    'aria-label': kanAapnes ? `${t('aapne', ord.orgnr(node.orgnr))}: ${nodeord(node)}` : nodeord(node),
    'data-node': node.id,
    click: gjoer,
    keydown: (hendelse) => {
      if (hendelse.key === 'Enter' || hendelse.key === ' ') {
        hendelse.preventDefault();
        gjoer();
      }
    },
  });
  gruppe.append(svg('rect', { class: 'boks', x: venstre, y: topp, width: w, height: h, rx: node.slag === 'person' ? 16 : 5 }));
  const ikon = skjermet ? IKONER.skjermet : IKONER[node.slag];
  if (ikon) {
    gruppe.append(svg('path', { class: 'ikon', d: ikon, 'fill-rule': 'evenodd', transform: `translate(${venstre + boks.luft - 1} ${topp + boks.luft})` }));
  }
  gruppe.append(...medlemsbokser(boks, venstre, topp));
  gruppe.append(...tekster(boks, venstre + boks.luft + (ikon ? IKON : 0), topp, 'start'));
  return gruppe;
}

function medlemsbokser(boks, venstre, topp) {
  const bokser = [];
  boks.linjer
    .filter((linje) => linje.medlem)
    .forEach((linje) => {
      if (linje.foerste) {
        bokser.push({ y: linje.topp - 3, h: 6 });
      }
      bokser.at(-1).h += linje.h;
    });
  return bokser.map(({ y, h }) =>
    svg('rect', { class: 'medlemsboks', x: venstre + boks.luft, y: topp + y, width: boks.w - 2 * boks.luft, height: h, rx: 3 }),
  );
}

function tekster(boks, x, topp, anker) {
  return boks.linjer.map((linje) => {
    const klasser = ['linje', linje.fet ? 'fet' : '', linje.kursiv ? 'kursiv' : '', linje.sirkel ? 'sirkelmerke' : ''];
    return svg(
      'text',
      { class: klasser.filter(Boolean).join(' '), x: x + (linje.medlem ? 9 : 0), y: topp + linje.y, 'text-anchor': anker },
      linje.tekst,
    );
  });
}

function pil({ ende, inn }) {
  const hjoerne = (side) => `${(ende.x - PIL * inn.x + side * 0.5 * PIL * inn.y).toFixed(1)} ${(ende.y - PIL * inn.y + side * 0.5 * PIL * inn.x).toFixed(1)}`;
  return `M${ende.x.toFixed(1)} ${ende.y.toFixed(1)}L${hjoerne(1)}L${hjoerne(-1)}z`;
}

/** One stop for the Tab key; within the drawing the arrows go on. */
function vandring(bilde) {
  const noder = [...bilde.querySelectorAll('.node')];
  const rot = bilde.querySelector('.node.rot') ?? noder[0];
  rot?.setAttribute('tabindex', '0');
  bilde.addEventListener('keydown', (hendelse) => {
    if (hendelse.altKey || hendelse.ctrlKey || hendelse.metaKey) {
      // the browser's own
      return;
    }
    const naa = noder.indexOf(hendelse.target.closest('.node'));
    const steg = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[hendelse.key];
    const neste = { Home: 0, End: noder.length - 1 }[hendelse.key] ?? (steg && (naa + steg + noder.length) % noder.length);
    if (naa < 0 || neste === undefined) {
      return;
    }
    hendelse.preventDefault();
    noder.forEach((node, i) => node.setAttribute('tabindex', i === neste ? '0' : '-1'));
    noder[neste].focus();
  });
}

/** What the lines mean; only those that are in the drawing. */
export function forklaring(graf) {
  const ord = [
    ['direkte', 'direkte', (kant) => kant.grunnlag === 'direkte'],
    ['indirekte', 'indirekte', (kant) => kant.grunnlag === 'indirekte' || kant.slag === 'ut'],
    ['begge', 'begge', (kant) => kant.grunnlag === 'begge'],
    ['ukjent', 'ukjent', (kant) => kant.grunnlag === 'ukjent'],
    ['medlem', 'medlemForklaring', (kant) => kant.slag === 'medlem' && !kant.sirkel],
    ['medlem sirkel', 'sirkelForklaring', (kant) => kant.sirkel],
  ];
  return ord
    .filter(([, , finnes]) => graf.kanter.some(finnes))
    .map(([klasse, tekst]) => [
      svg(
        'svg',
        { class: 'tegning proeve', width: 46, height: 12, viewBox: '0 0 46 12', 'aria-hidden': 'true' },
        svg('g', { class: `kant ${klasse}` }, svg('path', { class: 'strek', d: 'M1 6L45 6', fill: 'none' })),
      ),
      t(tekst),
    ]);
}
