// The language of the page, for as long as it is open.
import { ORDBOK } from './ordbok.js';

const LOKALER = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

let valgt = forslag();

/** The first language of the browser that the page knows. */
function forslag() {
  const kjent = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };
  return navigator.languages.map((spraak) => kjent[spraak.slice(0, 2).toLowerCase()]).find(Boolean) ?? 'nb';
}

export function spraak() {
  return valgt;
}

export function velgSpraak(spraak) {
  valgt = spraak;
}

/** The text, with what is given in the place of {0}, {1} … */
export function t(noekkel, ...verdier) {
  const tekst = ORDBOK[valgt][noekkel];
  if (tekst === undefined) {
    throw new Error(`no text for ${noekkel} in ${valgt}`);
  }
  return tekst.replace(/\{(\d)\}/g, (_, i) => verdier[i]);
}

export function tidspunkt(verdi) {
  return format(verdi, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' });
}

export function dag(verdi) {
  return format(verdi, { dateStyle: 'medium', timeZone: 'Europe/Oslo' });
}

function format(verdi, valg) {
  return new Intl.DateTimeFormat(LOKALER[valgt], valg).format(new Date(verdi));
}

export function liste(ord) {
  return new Intl.ListFormat(LOKALER[valgt], { type: 'conjunction' }).format(ord);
}
