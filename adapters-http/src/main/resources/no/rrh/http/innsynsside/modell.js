// From answers of the API to a graph. Nothing here knows of pixels or of languages, and nothing is guessed: which
// mellomliggende virksomhet stands between which others is not said by the register, so they stay a set.

const DIREKTE = 'grunnlagstype.direkte';
const INDIREKTE = 'grunnlagstype.indirekte';
const ALT_ER_SAGT = 'reellerettighetshaverestatus.harReelleRettighetshavere';
const REGISTRERT = 'registreringsstatus.rettighetsinformasjonErRegistrert';

/** The registration that counts; of a deleted virksomhet, the one that says so. */
export function gjeldende(virksomhet) {
  return virksomhet.registreringer.find((r) => r.erGjeldendeRegistrering) ?? virksomhet.registreringer[0];
}

/** The Norwegian mellomliggende virksomheter of all posisjoner, each once. */
export function norskeMellomliggende(registrering) {
  const alle = registrering.reelleRettighetshavere
    .flatMap((holder) => holder.posisjoner)
    .flatMap((posisjon) => posisjon.mellomliggendeVirksomheter)
    .map((via) => via.norskVirksomhet?.organisasjonsnummer)
    .filter(Boolean);
  return [...new Set(alle)];
}

/**
 * What a posisjon rests upon: direkte, indirekte, begge, or ukjent where neither is said.
 */
export function grunnlag(posisjon) {
  const koder = posisjon.grunnlagstyper.map((g) => g.kode);
  const direkte = koder.includes(DIREKTE);
  const indirekte = koder.includes(INDIREKTE);
  return direkte && indirekte ? 'begge' : direkte ? 'direkte' : indirekte ? 'indirekte' : 'ukjent';
}

/**
 * The graph of a registration, and of the virksomheter that were followed.
 *
 * noder: virksomhet { orgnr, registrering, rot, dybde, sirkel } · person { holder } · mengde { medlemmer, posisjoner, delvis } ·
 * merknad { registrering }
 * kanter: posisjon { grunnlag, posisjoner } person → virksomhet · inn: person → mengde · ut: mengde → virksomhet ·
 * medlem: virksomhet → mengde, { sirkel } · merknad
 */
export function graf(orgnr, registrering, kjente = new Map()) {
  const bygger = new Bygger(kjente);
  bygger.virksomhet(orgnr, registrering, 0);
  kjente.forEach((kjent, nummer) => {
    if (kjent.virksomhet) {
      bygger.virksomhet(nummer, gjeldende(kjent.virksomhet), kjent.dybde);
    }
  });
  bygger.holdere();
  merkSirkler(bygger.noder, bygger.kanter);
  return { noder: bygger.noder, kanter: bygger.kanter };
}

class Bygger {
  noder = [];
  kanter = [];
  #kjente;
  #personer = new Map();

  constructor(kjente) {
    this.#kjente = kjente;
  }

  virksomhet(orgnr, registrering, dybde) {
    this.#node({ id: `v${orgnr}`, slag: 'virksomhet', orgnr, registrering, dybde, rot: dybde === 0, sirkel: false });
  }

  holdere() {
    for (const virksomhet of this.noder.filter((node) => node.slag === 'virksomhet')) {
      virksomhet.registrering.reelleRettighetshavere.forEach((holder) => this.#holder(virksomhet, holder));
      if (trengerMerknad(virksomhet.registrering)) {
        const merknad = this.#node({ id: `m${virksomhet.orgnr}`, slag: 'merknad', registrering: virksomhet.registrering });
        this.#kant(merknad, virksomhet, { slag: 'merknad' });
      }
    }
  }

  #holder(virksomhet, holder) {
    const person = this.#person(holder);
    for (const [stil, posisjoner] of gruppert(holder.posisjoner.filter(harDirekteLinje), grunnlag)) {
      this.#kant(person, virksomhet, { slag: 'posisjon', grunnlag: stil, posisjoner });
    }
    const gjennom = holder.posisjoner.filter((posisjon) => posisjon.mellomliggendeVirksomheter.length > 0);
    for (const [, posisjoner] of gruppert(gjennom, (posisjon) => noekkel(posisjon.mellomliggendeVirksomheter))) {
      this.#mengde(person, virksomhet, posisjoner);
    }
  }

  #mengde(person, virksomhet, posisjoner) {
    const medlemmer = posisjoner[0].mellomliggendeVirksomheter.map((via) => this.#medlem(via));
    const mengde = this.#node({
      id: `s${this.noder.length}`,
      slag: 'mengde',
      medlemmer,
      posisjoner,
      delvis: posisjoner.every(harDirekteLinje),
    });
    this.#kant(person, mengde, { slag: 'inn' });
    this.#kant(mengde, virksomhet, { slag: 'ut' });
    for (const medlem of medlemmer.filter((en) => en.tilstand === 'fulgt')) {
      this.#kant({ id: `v${medlem.orgnr}` }, mengde, { slag: 'medlem', sirkel: false });
    }
  }

  #medlem(via) {
    const orgnr = via.norskVirksomhet?.organisasjonsnummer;
    if (!orgnr) {
      return { utenlandsk: via.utenlandskVirksomhet, tilstand: 'utenlandsk' };
    }
    const kjent = this.#kjente.get(orgnr) ?? {};
    const erNode = this.noder.some((node) => node.id === `v${orgnr}`);
    const tilstand = erNode ? 'fulgt' : kjent.feil?.status === 404 ? 'ukjent' : kjent.feil ? 'feil' : 'ikkeFulgt';
    return { orgnr, tilstand };
  }

  /**
   * The same person only where the same number says so: a name and a date of birth may be those of two. Where two virksomheter
   * say something else of one, the words that were registered last stand.
   */
  #person(holder) {
    const nummer = holder.folkeregistrertPerson?.foedselsEllerDNummer;
    const kjent = nummer && this.#personer.get(nummer);
    if (kjent) {
      if (Date.parse(holder.endret) > Date.parse(kjent.holder.endret)) {
        kjent.holder = holder;
      }
      return kjent;
    }
    const person = this.#node({ id: `p${this.noder.length}`, slag: 'person', holder });
    if (nummer) {
      this.#personer.set(nummer, person);
    }
    return person;
  }

  #node(node) {
    this.noder.push(node);
    return node;
  }

  #kant(fra, til, mer) {
    this.kanter.push({ id: `k${this.kanter.length}`, fra: fra.id, til: til.id, ...mer });
  }
}

/** One that is held by way of others alone goes through their set; every other has a line of its own. */
function harDirekteLinje(posisjon) {
  const slag = grunnlag(posisjon);
  return posisjon.mellomliggendeVirksomheter.length === 0 || slag === 'begge' || slag === 'direkte';
}

function noekkel(mellomliggende) {
  return mellomliggende
    .map((via) => JSON.stringify(via))
    .sort()
    .join();
}

function gruppert(liste, etter) {
  const grupper = new Map();
  for (const en of liste) {
    const gruppe = etter(en);
    grupper.set(gruppe, [...(grupper.get(gruppe) ?? []), en]);
  }
  return grupper;
}

function trengerMerknad(registrering) {
  const status = registrering.reelleRettighetshaverestatus?.kode;
  return (
    Boolean(registrering.utenlandskRegister ?? registrering.regulertMarked) ||
    registrering.registreringsstatus.kode !== REGISTRERT ||
    (status !== undefined && status !== ALT_ER_SAGT)
  );
}

/** From the root up: a virksomhet that stands above itself closes a circle, and the line that closes it is marked. */
function merkSirkler(noder, kanter) {
  const etterId = new Map(noder.map((node) => [node.id, node]));
  const inn = gruppert(kanter, (kant) => kant.til);
  const ferdige = new Set();
  const paaVei = new Set();
  const besoek = (id) => {
    paaVei.add(id);
    for (const kant of inn.get(id) ?? []) {
      if (paaVei.has(kant.fra)) {
        kant.sirkel = true;
        etterId.get(kant.fra).sirkel = true;
      } else if (!ferdige.has(kant.fra)) {
        besoek(kant.fra);
      }
    }
    paaVei.delete(id);
    ferdige.add(id);
  };
  noder.filter((node) => node.rot).forEach((rot) => besoek(rot.id));
}
