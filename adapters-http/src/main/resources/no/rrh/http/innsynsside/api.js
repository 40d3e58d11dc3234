// Calls of the public API, with the token of whoever uses the page. Nothing is kept but in memory: no answer in the browser's
// cache, no token in its storage.

export const SCOPES = [
  'offentlig',
  'rapporteringspliktig',
  'rapporteringspliktig.begrenset',
  'media',
  'sivilsamfunnsorganisasjon',
  'hoeyereutdanningsinstitusjon',
];

const ROT = '/api/oppslag/v1/virksomheter';
const PREFIKS = 'brreg:reelle/';

/** A local token lasts two minutes; one that is older than this is not used. */
const BRUKES_I_MS = 60_000;

/** An answer that is no result: its status, the API's own message, and the id to ask about. */
export class Apifeil extends Error {
  constructor(status, melding, sporing) {
    super(melding);
    this.status = status;
    this.sporing = sporing;
  }
}

export class Api {
  #lokal;
  #scope = SCOPES[0];
  #token = null;
  #hentet = 0;

  constructor(lokal) {
    this.#lokal = lokal;
  }

  /** Only in lokal: a token of that scope for the calls to come. */
  velgScope(scope) {
    this.#scope = scope;
    this.#token = null;
  }

  /** Elsewhere: a token of the user's own. */
  settToken(token) {
    this.#token = token ? Promise.resolve(token) : null;
    this.#scope = token ? videsteScope(token) : null;
  }

  get harToken() {
    return this.#lokal || this.#token !== null;
  }

  get kanSoeke() {
    return this.harToken && this.#scope === 'offentlig';
  }

  virksomhet(orgnr, spraak, signal) {
    return this.#hent(`${ROT}/${orgnr}`, spraak, 'application/json', signal, (svar) => svar.json());
  }

  bods(orgnr, spraak, signal) {
    return this.#hent(`${ROT}/${orgnr}`, spraak, 'application/vnd.bods+json', signal, (svar) => svar.blob());
  }

  /** The number stands in the query of the API's own operation, and nowhere else. */
  async soek(nummer, spraak, signal) {
    const sti = `${ROT}?foedselsnummer=${encodeURIComponent(nummer)}`;
    return (await this.#hent(sti, spraak, 'application/json', signal, (svar) => svar.json())).virksomheter;
  }

  /** Whoever has given it up is told so, whatever else went wrong: what is asked next is not to be disturbed by it. */
  async #hent(sti, spraak, type, signal, les) {
    try {
      return await this.#medToken({ Accept: type, 'Accept-Language': spraak }, (headers) => send(sti, { headers, signal }, les));
    } catch (feil) {
      signal.throwIfAborted();
      throw feil;
    }
  }

  async #medToken(headere, gjoer) {
    const token = this.#bearer();
    const headers = (await token) ? { ...headere, Authorization: `Bearer ${await token}` } : headere;
    try {
      return await gjoer(headers);
    } catch (feil) {
      // a clock that stood still, as that of a machine that slept, has kept a token for too long
      if (this.#lokal && feil.status === 401 && this.#token === token) {
        this.#token = null;
        return gjoer({ ...headere, Authorization: `Bearer ${await this.#bearer()}` });
      }
      throw feil;
    }
  }

  /** One fetch of a token for all who wait for it. */
  #bearer() {
    if (this.#lokal && (this.#token === null || Date.now() - this.#hentet > BRUKES_I_MS)) {
      const nytt = nyttToken(this.#scope);
      this.#hentet = Date.now();
      this.#token = nytt;
      nytt.catch(() => {
        if (this.#token === nytt) {
          this.#token = null;
        }
      });
    }
    return this.#token;
  }
}

async function nyttToken(scope) {
  const sti = `/maskinporten/lokalt-token?scope=${PREFIKS}${scope}`;
  return (await send(sti, { method: 'POST' }, (svar) => svar.json())).access_token;
}

/** The body that is read of an answer. One that is cut off is no more of an answer than none. */
async function send(sti, valg, les) {
  let svar;
  try {
    svar = await fetch(sti, { ...valg, cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
    if (svar.ok) {
      return await les(svar);
    }
  } catch (feil) {
    throw feil.name === 'AbortError' ? feil : new Apifeil(0, '', '');
  }
  const kropp = await svar.json().catch(() => ({}));
  throw new Apifeil(svar.status, kropp.message ?? '', kropp.trace ?? '');
}

/** What the token says of itself, only to know which fields are of use: the server alone decides. */
function videsteScope(token) {
  try {
    const del = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const navn = String(JSON.parse(atob(del)).scope ?? '').split(' ');
    return SCOPES.find((scope) => navn.includes(PREFIKS + scope)) ?? null;
  } catch {
    return null;
  }
}
