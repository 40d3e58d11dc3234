// In lokal the page fetches its own tokens, a new one for each call, since one lasts two minutes.
const lokal = document.body.dataset.lokal === 'ja';

async function token() {
  const svar = await fetch('/maskinporten/lokalt-token', { method: 'POST' });
  if (!svar.ok) {
    throw new Error('Fikk ikke token: ' + svar.status);
  }
  return (await svar.json()).access_token;
}

const ui = SwaggerUIBundle({
  url: '/api/oppslag/openapi/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  requestInterceptor: async (kall) => {
    if (lokal && kall.headers && kall.headers.Authorization) {
      kall.headers.Authorization = 'Bearer ' + (await token());
    }
    return kall;
  },
  onComplete: async () => {
    if (lokal) {
      ui.preauthorizeApiKey('maskinporten', await token());
    }
    document.body.dataset.klar = 'ja';
  },
});
