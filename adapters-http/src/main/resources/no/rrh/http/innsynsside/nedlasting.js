// Files of what is shown. They are made in the browser, and no other host has a part in it.

/** What a drawing has from the style sheet, and must have in itself when it leaves the page. */
const EGENSKAPER = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'font-family', 'font-size', 'font-weight', 'font-style'];

const STOERSTE_PIKSLER = 8000;

export function lastNed(navn, blob) {
  const adresse = URL.createObjectURL(blob);
  const lenke = document.createElement('a');
  lenke.href = adresse;
  lenke.download = navn;
  lenke.click();
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000);
}

export function somJson(verdi) {
  return new Blob([JSON.stringify(verdi, null, 2)], { type: 'application/json' });
}

export function somSvg(bilde) {
  const kopi = bilde.cloneNode(true);
  const [ekte, kopier] = [bilde, kopi].map((en) => [en, ...en.querySelectorAll('*')]);
  ekte.forEach((element, i) => {
    const stil = getComputedStyle(element);
    EGENSKAPER.forEach((egenskap) => kopier[i].setAttribute(egenskap, stil.getPropertyValue(egenskap)));
    ['class', 'tabindex', 'data-node'].forEach((navn) => kopier[i].removeAttribute(navn));
  });
  const { bredde, hoeyde } = bilde.dataset;
  kopi.setAttribute('width', bredde);
  kopi.setAttribute('height', hoeyde);
  const bakgrunn = document.createElementNS(kopi.namespaceURI, 'rect');
  bakgrunn.setAttribute('width', '100%');
  bakgrunn.setAttribute('height', '100%');
  bakgrunn.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  kopi.prepend(bakgrunn);
  return new Blob([new XMLSerializer().serializeToString(kopi)], { type: 'image/svg+xml' });
}

export async function somPng(bilde) {
  const adresse = URL.createObjectURL(somSvg(bilde));
  try {
    const kilde = new Image();
    kilde.src = adresse;
    await kilde.decode();
    const [bredde, hoeyde] = [Number(bilde.dataset.bredde), Number(bilde.dataset.hoeyde)];
    const skala = Math.min(2, STOERSTE_PIKSLER / Math.max(bredde, hoeyde));
    const lerret = document.createElement('canvas');
    lerret.width = Math.round(bredde * skala);
    lerret.height = Math.round(hoeyde * skala);
    lerret.getContext('2d').drawImage(kilde, 0, 0, lerret.width, lerret.height);
    return await new Promise((ferdig, feilet) => lerret.toBlob((blob) => (blob ? ferdig(blob) : feilet(new Error('no PNG'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(adresse);
  }
}
