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

  async virksomhet(orgnr, spraak, signal) {
    return (await this.#hent(`${ROT}/${orgnr}`, spraak, 'application/json', signal)).json();
  }

  async bods(orgnr, spraak) {
    return (await this.#hent(`${ROT}/${orgnr}`, spraak, 'application/vnd.bods+json')).blob();
  }

  /** The number stands in the query of the API's own operation, and nowhere else. */
  async soek(nummer, spraak, signal) {
    const svar = await this.#hent(`${ROT}?foedselsnummer=${encodeURIComponent(nummer)}`, spraak, 'application/json', signal);
    return (await svar.json()).virksomheter;
  }

  async #hent(sti, spraak, type, signal) {
    const headers = { Accept: type, 'Accept-Language': spraak };
    const token = await this.#bearer();
    if (token) {
      headers.Authorization = `Bearer ${token}`;
    }
    return kontroller(await send(sti, { headers, signal }));
  }

  /** One fetch of a token for all who wait for it. */
  #bearer() {
    if (this.#lokal && (this.#token === null || performance.now() - this.#hentet > BRUKES_I_MS)) {
      this.#hentet = performance.now();
      this.#token = nyttToken(this.#scope);
      this.#token.catch(() => (this.#token = null));
    }
    return this.#token;
  }
}

async function nyttToken(scope) {
  const svar = await kontroller(await send(`/maskinporten/lokalt-token?scope=${PREFIKS}${scope}`, { method: 'POST' }));
  return (await svar.json()).access_token;
}

async function send(sti, valg) {
  try {
    return await fetch(sti, { ...valg, cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
  } catch (feil) {
    throw feil.name === 'AbortError' ? feil : new Apifeil(0, '', '');
  }
}

async function kontroller(svar) {
  if (svar.ok) {
    return svar;
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
