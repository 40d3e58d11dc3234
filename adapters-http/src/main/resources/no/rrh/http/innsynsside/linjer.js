// The lines of the drawing, from the places that the layout gives them. A line goes straight through each row of boxes, where
// there is room for it, and bends between the rows alone; so it goes through no box and no word.

/** Between lines that leave or reach the same side of a box. */
const MELLOM = 22;

/** So far from a row lines are straight, so that the point of an arrow is. */
const RETT = 9;

/** As much of a corner is left free, and of a low box a quarter. */
const HJOERNE = 14;

/**
 * @param retning 'TB' or 'LR': the way in which rows follow each other
 * @param noder id → box { x, y, w, h }
 * @param kanter [{ id, fra, til, punkter, merke }], in the direction of the layout: the points between the two ends, and the box
 *     of words that stands on one of them
 * @returns id → { bane, ende, inn, midt }: the path, where it ends and the direction it comes in, and its middle
 */
export function linjer(retning, noder, kanter) {
  const akse = retning === 'TB' ? nedover : bortover;
  const bokser = new Map([...noder].map(([id, boks]) => [id, akse.snu(boks)]));
  const rader = bredder([...bokser.values(), ...kanter.filter((kant) => kant.merke).map((kant) => akse.snu(kant.merke))]);
  // a row that holds nothing but lines is no reason to bend
  const veier = kanter.map((kant) => ({
    kant,
    fra: bokser.get(kant.fra),
    til: bokser.get(kant.til),
    via: kant.punkter.map((punkt) => akse.snu({ ...punkt, w: 0, h: 0 })).filter(({ u }) => rader(u) > 0),
  }));
  const utganger = porter(veier, 'fra', (vei) => (vei.via[0] ?? vei.til).v);
  const innganger = porter(veier, 'til', (vei) => (vei.via.at(-1) ?? vei.fra).v);
  return new Map(veier.map((vei) => [vei.kant.id, linje(vei, utganger.get(vei), innganger.get(vei), rader, akse)]));
}

/** u is along, v across; a and b are half of what a box takes of each. */
const nedover = {
  snu: ({ x, y, w, h }) => ({ u: y, v: x, a: h / 2, b: w / 2 }),
  ut: (u, v) => ({ x: v, y: u }),
};
const bortover = {
  snu: ({ x, y, w, h }) => ({ u: x, v: y, a: w / 2, b: h / 2 }),
  ut: (u, v) => ({ x: u, y: v }),
};

/** How far each row reaches, by where its middle is. */
function bredder(bokser) {
  const rader = new Map();
  for (const { u, a } of bokser) {
    rader.set(Math.round(u), Math.max(a + RETT, rader.get(Math.round(u)) ?? 0));
  }
  return (u) => rader.get(Math.round(u)) ?? 0;
}

/** Places along the side of each box, in the order in which the lines come, so that they do not cross there. */
function porter(veier, ende, etter) {
  const steder = new Map();
  for (const boks of new Set(veier.map((vei) => vei[ende]))) {
    const her = veier.filter((vei) => vei[ende] === boks).sort((en, annen) => etter(en) - etter(annen));
    const steg = Math.min(MELLOM, (2 * (boks.b - Math.min(HJOERNE, boks.b / 4))) / her.length);
    her.forEach((vei, i) => steder.set(vei, boks.v + (i - (her.length - 1) / 2) * steg));
  }
  return steder;
}

function linje({ fra, til, via }, utgang, inngang, rader, akse) {
  const tekst = (u, v) => {
    const { x, y } = akse.ut(u, v);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  let naa = { u: fra.u + rader(fra.u), v: utgang };
  const deler = [`M${tekst(fra.u + fra.a, utgang)}L${tekst(naa.u, naa.v)}`];
  const boey = (u, v) => {
    const midt = (naa.u + u) / 2;
    deler.push(`C${tekst(midt, naa.v)} ${tekst(midt, v)} ${tekst(u, v)}`);
    naa = { u, v };
  };
  const rett = (u) => {
    deler.push(`L${tekst(u, naa.v)}`);
    naa = { ...naa, u };
  };
  for (const { u, v } of via) {
    boey(u - rader(u), v);
    rett(u + rader(u));
  }
  boey(til.u - rader(til.u), inngang);
  rett(til.u - til.a);
  const midten = via[Math.floor(via.length / 2)] ?? { u: (fra.u + fra.a + til.u - til.a) / 2, v: (utgang + inngang) / 2 };
  return {
    bane: deler.join(''),
    ende: akse.ut(til.u - til.a, inngang),
    inn: akse.ut(1, 0),
    midt: akse.ut(midten.u, midten.v),
  };
}
