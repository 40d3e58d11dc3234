// What things are called, in the drawing and in the text alike.
import { liste, t } from './spraak.js';

const UOPPGITT = 'XUK';

export function orgnr(nummer) {
  return nummer.replace(/(\d{3})(\d{3})(\d{3})/, '$1\u00a0$2\u00a0$3');
}

export function person(holder) {
  return holder.folkeregistrertPerson ?? holder.utenlandskPerson;
}

/** Of a shielded person the answer has no name; whether it is shielded is seen by that alone. */
export function erSkjermet(holder) {
  return navnet(holder) === null;
}

function navnet(holder) {
  const navn = holder.folkeregistrertPerson?.navn;
  return navn
    ? [navn.fornavn, navn.mellomnavn, navn.etternavn].filter(Boolean).join(' ')
    : (holder.utenlandskPerson?.fulltNavn ?? null);
}

export function navn(holder) {
  return navnet(holder) ?? t('unntattInnsyn');
}

export function land(verdi) {
  return verdi.landkode === UOPPGITT ? `${t('bostedUoppgitt')}` : (verdi.navn ?? verdi.landkode);
}

/** Born when and living where, in one line. */
export function foedtOgBosted(holder) {
  const en = person(holder);
  return [t('foedt', en.foedselsaar), land(en.bostedsland), en.erDoed ? t('doed') : null].filter(Boolean).join(' · ');
}

/** Kind and interval; the names come with the answer. An interval may be held together on one line. */
export function posisjon(en, mellomrom = ' ') {
  return [en.posisjonstype.kodenavn, en.stoerrelsesintervall?.kodenavn.replaceAll(' ', mellomrom)].filter(Boolean).join(' ');
}

/**
 * What it rests upon, in the words of the code list; nothing where there is nothing to say. One with an interval rests upon
 * something: where the answer does not have it, it is withheld or was never stated.
 */
export function grunnlagsord(en) {
  const ord = en.grunnlagstyper.map((type) => type.kodenavn.toLowerCase());
  return ord.length > 0 ? liste(ord) : en.stoerrelsesintervall ? t('utenGrunnlag') : null;
}

export function posisjonMedGrunnlag(en) {
  const grunnlag = grunnlagsord(en);
  return grunnlag ? `${posisjon(en)} (${grunnlag})` : posisjon(en);
}

export function virksomhetsnavn(utenlandsk) {
  return `${utenlandsk.navn} (${utenlandsk.adresse.land.navn ?? utenlandsk.adresse.land.landkode})`;
}

export function medlem(en) {
  const navnet = en.utenlandsk ? virksomhetsnavn(en.utenlandsk) : orgnr(en.orgnr);
  const tillegg = { ukjent: t('ikkeIRegisteret'), ikkeFulgt: t('ikkeFulgt'), feil: t('ikkeHentet') }[en.tilstand];
  return tillegg ? `${navnet} – ${tillegg}` : navnet;
}

/** Why a virksomhet has no holders, or not all. */
export function merknad(registrering) {
  if (registrering.utenlandskRegister) {
    return t('utenlandskRegister', registrering.utenlandskRegister.land.navn ?? registrering.utenlandskRegister.land.landkode);
  }
  if (registrering.regulertMarked) {
    return t('regulertMarked', registrering.regulertMarked.navn);
  }
  return (registrering.reelleRettighetshaverestatus ?? registrering.registreringsstatus).kodenavn;
}
