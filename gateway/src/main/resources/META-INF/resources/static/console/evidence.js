// <mj-evidence>: one picture with its heat-map; zoom and pan by wheel, pointer, keys and buttons.

const MOST = 16;
const STEP = 1.4;
const NUDGE = 0.1;

class MjEvidence extends HTMLElement {
  #zoom = 1;
  #x = 0;
  #y = 0;
  #wired = false;
  #heat = null;
  #asked = false;

  connectedCallback() {
    if (this.#wired) return;
    this.#wired = true;
    const pane = this.#pane;
    pane.addEventListener('keydown', (event) => this.#key(event));
    pane.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#drag(pane);
    for (const button of this.querySelectorAll('[data-do]')) {
      button.addEventListener('click', () => this.#do(button.dataset.do));
    }
    this.querySelector('[data-heat]').addEventListener('input', (event) => this.#overlay(event.target));
  }

  get #pane() { return this.querySelector('.pane'); }

  /** Shows a region, given in fractions of the picture, and frames it. */
  show(x, y, width, height) {
    const box = this.#pictureBox();
    const left = box.x + x * box.width;
    const top = box.y + y * box.height;
    const wide = width * box.width;
    const high = height * box.height;
    const zoom = Math.max(1, Math.min(MOST, 0.6 / Math.max(wide, high)));
    this.#set(zoom, 0.5 - zoom * (left + wide / 2), 0.5 - zoom * (top + high / 2));
    this.#frame(left, top, wide, high);
    this.#pane.focus();
  }

  /** Where the picture lies in the pane, in fractions of it: it keeps its proportions. */
  #pictureBox() {
    const copy = this.querySelector('.copy');
    const pane = this.#pane.getBoundingClientRect();
    const scale = Math.min(pane.width / (copy.naturalWidth || pane.width), pane.height / (copy.naturalHeight || pane.height));
    const width = ((copy.naturalWidth || pane.width) * scale) / pane.width;
    const height = ((copy.naturalHeight || pane.height) * scale) / pane.height;
    return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
  }

  #set(zoom, x, y) {
    this.#zoom = Math.max(1, Math.min(MOST, zoom));
    this.#x = Math.min(0, Math.max(1 - this.#zoom, x));
    this.#y = Math.min(0, Math.max(1 - this.#zoom, y));
    for (const picture of this.querySelectorAll('.pane img')) {
      picture.style.transform = `translate(${this.#x * 100}%, ${this.#y * 100}%) scale(${this.#zoom})`;
    }
    this.dataset.zoom = this.#zoom.toFixed(2);
    this.querySelector('.mark')?.remove();
  }

  #zoomAt(zoom, px, py) {
    const to = Math.max(1, Math.min(MOST, zoom));
    this.#set(to, px - ((px - this.#x) * to) / this.#zoom, py - ((py - this.#y) * to) / this.#zoom);
  }

  #frame(left, top, wide, high) {
    const mark = document.createElement('div');
    mark.className = 'mark';
    mark.style.left = `${(this.#x + left * this.#zoom) * 100}%`;
    mark.style.top = `${(this.#y + top * this.#zoom) * 100}%`;
    mark.style.width = `${wide * this.#zoom * 100}%`;
    mark.style.height = `${high * this.#zoom * 100}%`;
    this.#pane.append(mark);
  }

  #do(what) {
    if (what === 'in') this.#zoomAt(this.#zoom * STEP, 0.5, 0.5);
    if (what === 'out') this.#zoomAt(this.#zoom / STEP, 0.5, 0.5);
    if (what === 'reset') this.#set(1, 0, 0);
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const acts = {
      '+': () => this.#do('in'),
      '=': () => this.#do('in'),
      '-': () => this.#do('out'),
      0: () => this.#do('reset'),
      ArrowLeft: () => this.#set(this.#zoom, this.#x + NUDGE, this.#y),
      ArrowRight: () => this.#set(this.#zoom, this.#x - NUDGE, this.#y),
      ArrowUp: () => this.#set(this.#zoom, this.#x, this.#y + NUDGE),
      ArrowDown: () => this.#set(this.#zoom, this.#x, this.#y - NUDGE),
    };
    const act = acts[event.key];
    // At full size the arrows scroll the page as everywhere.
    if (!act || (this.#zoom === 1 && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    act();
  }

  #wheel(event) {
    // Only with Ctrl, or once zoomed, so that scrolling the page does not get stuck on a picture.
    if (!event.ctrlKey && this.#zoom === 1) return;
    event.preventDefault();
    const box = this.#pane.getBoundingClientRect();
    this.#zoomAt(
      this.#zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15),
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
    );
  }

  #drag(pane) {
    let from = null;
    pane.addEventListener('pointerdown', (event) => {
      from = { x: event.clientX, y: event.clientY, left: this.#x, top: this.#y };
      pane.setPointerCapture(event.pointerId);
    });
    pane.addEventListener('pointermove', (event) => {
      if (!from) return;
      this.#set(this.#zoom, from.left + (event.clientX - from.x) / pane.clientWidth, from.top + (event.clientY - from.y) / pane.clientHeight);
    });
    for (const end of ['pointerup', 'pointercancel']) pane.addEventListener(end, () => { from = null; });
  }

  async #overlay(slider) {
    if (!this.#asked) {
      this.#asked = true;
      await this.#fetchHeat(slider);
    }
    if (this.#heat) this.#heat.style.opacity = String(slider.value / 100);
  }

  async #fetchHeat(slider) {
    const note = this.querySelector('[data-heat-note]');
    const answer = await fetch(`/evidence/${this.dataset.id}/heatmap`, { headers: { 'X-Requested-With': 'JavaScript' } });
    if (answer.status === 204) {
      slider.disabled = true;
      note.textContent = '此图没有热力图。';
      return;
    }
    if (!answer.ok) {
      this.#asked = false;
      note.textContent = '热力图没有取到，请稍后再试。';
      return;
    }
    const heat = document.createElement('img');
    heat.className = 'heat';
    heat.alt = '';
    heat.src = URL.createObjectURL(await answer.blob());
    this.#pane.append(heat);
    this.#heat = heat;
    this.dataset.heat = 'shown';
    this.#set(this.#zoom, this.#x, this.#y);
  }
}

customElements.define('mj-evidence', MjEvidence);

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-region]');
  if (!button) return;
  const [x, y, width, height] = button.dataset.region.split(' ').map(Number);
  const viewer = document.querySelector(`mj-evidence[data-id="${button.dataset.for}"]`);
  viewer?.scrollIntoView({ block: 'nearest' });
  viewer?.show(x, y, width, height);
});
