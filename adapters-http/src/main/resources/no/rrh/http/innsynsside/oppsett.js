// Where each part of the drawing stands: sizes by the text that is in it, places by dagre.
import { linjer } from './linjer.js';
import * as ord from './ord.js';
import { t } from './spraak.js';

export const STOR = 18;
export const LITEN = 16;
export const LUFT = 11;
export const IKON = 24;
const SKRIFT = 'system-ui, "Segoe UI", Roboto, sans-serif';
const BREDDE = { person: 190, virksomhet: 190, mengde: 240, merknad: 230, kant: 170 };

/** Room for lines to bend in; where rows stand on end, most lines bend far. */
const MELLOM_RADER = { TB: 68, LR: 150 };

/** From above and down is how ownership is mostly drawn, but where it must be made smaller than this to be seen whole. */
const LESELIG = 0.75;

/** @returns { bredde, hoeyde, noder: Map id → { x, y, w, h, linjer }, kanter: Map id → { bane, ende, inn, midt, merke } } */
export function oppsett(graf, plass) {
  const skala = (en) => Math.min(1, plass / en.bredde);
  const ned = legg(graf, 'TB');
  if (skala(ned) >= LESELIG) {
    return ned;
  }
  const bortover = legg(graf, 'LR');
  return skala(bortover) > skala(ned) ? bortover : ned;
}

function legg(graf, retning) {
  const g = new globalThis.dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: retning, nodesep: 26, ranksep: MELLOM_RADER[retning], edgesep: 20, marginx: 14, marginy: 14 });
  const bokser = new Map(graf.noder.map((node) => [node.id, boks(linjerAv(node), BREDDE[node.slag], node.slag)]));
  bokser.forEach((en, id) => g.setNode(id, { width: en.w, height: en.h }));
  const merker = new Map();
  for (const kant of graf.kanter) {
    const merke = kant.slag === 'posisjon' ? boks(linjerAvKant(kant), BREDDE.kant, 'kant') : null;
    merker.set(kant.id, merke);
    // what closes a circle goes against the stream, and is laid out as if it did not
    const [fra, til] = kant.sirkel ? [kant.til, kant.fra] : [kant.fra, kant.til];
    g.setEdge(fra, til, { width: merke?.w ?? 0, height: merke?.h ?? 0, labelpos: 'c', weight: kant.slag === 'ut' ? 4 : 1 }, kant.id);
  }
  globalThis.dagre.layout(g);
  bokser.forEach((en, id) => {
    const { x, y } = g.node(id);
    Object.assign(en, { x, y });
  });
  const lagt = graf.kanter.map((kant) => lagtKant(g, kant, merker.get(kant.id)));
  const baner = linjer(retning, bokser, lagt);
  const kanter = new Map(lagt.map((kant) => [kant.id, { ...baner.get(kant.id), merke: kant.merke }]));
  const { width, height } = g.graph();
  return { bredde: Math.ceil(width), hoeyde: Math.ceil(height), noder: bokser, kanter };
}

function lagtKant(g, kant, merke) {
  const [fra, til] = kant.sirkel ? [kant.til, kant.fra] : [kant.fra, kant.til];
  const { points, x, y } = g.edge(fra, til, kant.id);
  return { id: kant.id, fra, til, punkter: points.slice(1, -1), merke: merke && { ...merke, x, y } };
}

function linjerAv(node) {
  switch (node.slag) {
    case 'person':
      return [
        { tekst: ord.navn(node.holder), fet: true },
        { tekst: ord.foedtOgBosted(node.holder) },
        ...(node.holder.erUnntattFraInnsyn && !ord.erSkjermet(node.holder) ? [{ tekst: t('erUnntatt') }] : []),
      ];
    case 'virksomhet':
      return [
        { tekst: ord.orgnr(node.orgnr), fet: true },
        { tekst: t(node.rot ? 'duSloOpp' : 'mellomliggende') },
        ...(node.sirkel ? [{ tekst: `↻ ${t('sirkel')}`, sirkel: true }] : []),
      ];
    case 'mengde':
      return [
        ...node.posisjoner.flatMap((en) => posisjonslinjer(en, node.delvis)),
        { tekst: t(node.medlemmer.length > 1 ? 'gjennom' : 'gjennomEn') },
        ...node.medlemmer.map((en) => ({ tekst: ord.medlem(en), medlem: true })),
      ];
    default:
      return [{ tekst: ord.merknad(node.registrering), kursiv: true }];
  }
}

function linjerAvKant(kant) {
  return kant.posisjoner.flatMap((en) => posisjonslinjer(en, false));
}

function posisjonslinjer(en, delvis) {
  const navn = ord.posisjon(en, '\u00a0');
  const tekst = delvis ? t('delvis', navn) : navn;
  const grunnlag = delvis ? null : ord.grunnlagsord(en);
  return [{ tekst, fet: true }, ...(grunnlag ? [{ tekst: grunnlag }] : [])];
}

/** The size that the lines need, each broken where it is wider than may be. */
function boks(linjer, bredde, slag) {
  const brutt = linjer.flatMap((linje) =>
    bryt(linje, bredde).map((tekst, i, alle) => ({ ...linje, tekst, siste: i === alle.length - 1, foerste: i === 0 })),
  );
  const ikon = slag === 'person' || slag === 'virksomhet' ? IKON : 0;
  const luft = slag === 'kant' ? 4 : LUFT;
  let y = luft;
  for (const linje of brutt) {
    linje.h = linje.fet ? STOR : LITEN;
    y += linje.medlem && linje.foerste ? 7 : 0;
    linje.y = y + linje.h * 0.75;
    linje.topp = y;
    y += linje.h + (linje.medlem && linje.siste ? 5 : 0);
  }
  const w = Math.max(...brutt.map((linje) => maal(linje.tekst, linje.fet) + (linje.medlem ? 18 : 0)));
  return { w: Math.ceil(w) + 2 * luft + ikon, h: Math.ceil(y + luft), linjer: brutt, luft, ikon };
}

function bryt(linje, bredde) {
  const deler = [];
  let rad = '';
  for (const bit of linje.tekst.split(' ')) {
    const lengre = rad ? `${rad} ${bit}` : bit;
    if (rad && maal(lengre, linje.fet) > bredde) {
      deler.push(rad);
      rad = bit;
    } else {
      rad = lengre;
    }
  }
  return [...deler, rad];
}

let lerret = null;

function maal(tekst, fet) {
  lerret ??= document.createElement('canvas').getContext('2d');
  lerret.font = fet ? `600 14px ${SKRIFT}` : `12.5px ${SKRIFT}`;
  return lerret.measureText(tekst).width;
}
