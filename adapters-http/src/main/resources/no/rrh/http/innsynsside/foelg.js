// Goes from a virksomhet to those mellomliggende virksomheter that are Norwegian, and from these on, level by level, within
// bounds: each is a look-up of its own, told of in the innsynslogg.
import { gjeldende, norskeMellomliggende } from './modell.js';

export const DYBDE = 4;
export const ANTALL = 40;

/** So many look-ups at once. */
const SAMTIDIG = 6;

/**
 * @param rot the organisasjonsnummer that is known already
 * @param registrering its registration, from which to go on
 * @param hent organisasjonsnummer → promise of the virksomhet
 * @returns organisasjonsnummer → { virksomhet, dybde }, { feil } or { grense: true }
 */
export async function foelg(rot, registrering, hent, grenser = { dybde: DYBDE, antall: ANTALL }) {
  const kjente = new Map([[rot, {}]]);
  let nivaa = norskeMellomliggende(registrering);
  let stanset = null;
  for (let dybde = 1; nivaa.length > 0; dybde++) {
    const nye = [...new Set(nivaa)].filter((orgnr) => !kjente.has(orgnr));
    const plass = dybde > grenser.dybde || stanset ? 0 : Math.max(0, grenser.antall - (kjente.size - 1));
    nye.slice(plass).forEach((orgnr) => kjente.set(orgnr, stanset ? { feil: stanset } : { grense: true }));
    nivaa = [];
    const hentes = nye.slice(0, plass);
    for (let i = 0; i < hentes.length; i += SAMTIDIG) {
      const pulje = hentes.slice(i, i + SAMTIDIG);
      const svar = await Promise.all(pulje.map((orgnr) => (stanset ? { feil: stanset } : ett(orgnr, dybde, hent))));
      svar.forEach((funnet, j) => {
        kjente.set(pulje[j], funnet);
        // not found is an answer; anything else would be the same for the next ones
        if (funnet.feil && funnet.feil.status !== 404) {
          stanset = funnet.feil;
        }
        if (funnet.virksomhet) {
          nivaa.push(...norskeMellomliggende(gjeldende(funnet.virksomhet)));
        }
      });
    }
  }
  kjente.delete(rot);
  return { kjente, stanset };
}

async function ett(orgnr, dybde, hent) {
  try {
    return { virksomhet: await hent(orgnr), dybde };
  } catch (feil) {
    if (feil.name === 'AbortError') {
      throw feil;
    }
    return { feil };
  }
}
