// Elements, made one by one: nothing of an answer is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

export function html(navn, egenskaper = {}, ...barn) {
  return fyll(document.createElement(navn), egenskaper, barn);
}

export function svg(navn, egenskaper = {}, ...barn) {
  return fyll(document.createElementNS(SVG, navn), egenskaper, barn);
}

/** Attributes; a function is what to do at an event of that name. */
function fyll(element, egenskaper, barn) {
  for (const [navn, verdi] of Object.entries(egenskaper)) {
    if (typeof verdi === 'function') {
      element.addEventListener(navn, verdi);
    } else if (verdi !== null && verdi !== undefined) {
      element.setAttribute(navn, verdi);
    }
  }
  element.append(...barn.flat().filter((en) => en !== null && en !== undefined));
  return element;
}
