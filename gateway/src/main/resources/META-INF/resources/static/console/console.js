// Keys, drafts, focus and the way back to the login. The pages work without it.

const byId = (id) => document.getElementById(id);
const say = (words) => { const live = byId('live'); if (live) live.textContent = words; };

/* --- keys ------------------------------------------------------------------------------------ */
const KEYS_OFF = 'mingjian.keys.off';
const keysOn = () => localStorage.getItem(KEYS_OFF) !== 'yes';
let waitingForG = 0;

// A dialog that closes keeps the focus until the next frame; who presses a key before it is not typing.
function isTyping(target) {
  const taker = target instanceof Element ? target.closest('input, textarea, select, [contenteditable], dialog[open]') : null;
  return taker !== null && taker.closest('dialog:not([open])') === null;
}

function rows() {
  return [...document.querySelectorAll('[data-row]')].filter((row) => !row.hidden);
}

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
  const link = all[next].querySelector('[data-open-row]');
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
}

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => byId('find')?.focus(),
  '?': () => byId('keys')?.showModal(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !keysOn() || isTyping(event.target)) return;
  if (event.key === 'q' && Date.now() - waitingForG < 1500) {
    event.preventDefault();
    location.assign('/queue');
    return;
  }
  waitingForG = event.key === 'g' ? Date.now() : 0;
  const act = ACTS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.addEventListener('click', (event) => {
  const opener = event.target.closest?.('[data-open]');
  if (opener) byId(opener.dataset.open)?.showModal();
});

const keysSwitch = byId('keys-on');
if (keysSwitch) {
  keysSwitch.checked = keysOn();
  keysSwitch.addEventListener('change', () => {
    if (keysSwitch.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, 'yes');
  });
}

/* --- finding on the page --------------------------------------------------------------------- */
const find = byId('find');
function narrow() {
  const words = find.value.trim().toLowerCase();
  let shown = 0;
  for (const row of document.querySelectorAll('[data-row]')) {
    row.hidden = words !== '' && !row.textContent.toLowerCase().includes(words);
    if (!row.hidden) shown += 1;
  }
  const none = byId('none-found');
  if (none) none.hidden = shown > 0;
  if (words !== '') say(`找到 ${shown} 件`);
}
find?.addEventListener('input', narrow);
find?.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { find.value = ''; narrow(); find.blur(); }
  if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); move(1); }
});

/* --- drafts: what is written, not what is chosen; for this person, form, filing and version ---- */
const PREFIX = 'draft:';
const texts = (form) => [...form.querySelectorAll('textarea, input:not([type=hidden], [type=radio], [type=checkbox])')];

function keep(form) {
  const draft = {};
  for (const text of texts(form)) if (text.value !== text.defaultValue) draft[text.name] = text.value;
  if (Object.keys(draft).length > 0) sessionStorage.setItem(form.dataset.draft, JSON.stringify(draft));
  else sessionStorage.removeItem(form.dataset.draft);
}

function restore(form) {
  const kept = sessionStorage.getItem(form.dataset.draft);
  if (!kept || form.querySelector('.fault')) return;
  const draft = JSON.parse(kept);
  for (const text of texts(form)) if (typeof draft[text.name] === 'string') text.value = draft[text.name];
  const line = document.createElement('p');
  line.className = 'draft';
  line.textContent = '已恢复您未提交的内容。';
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'plain small';
  drop.textContent = '放弃草稿';
  drop.addEventListener('click', () => {
    sessionStorage.removeItem(form.dataset.draft);
    form.reset();
    line.remove();
  });
  line.append(drop);
  form.prepend(line);
  form.closest('details').open = true;
}

function forget(matches) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX) && matches(key)) sessionStorage.removeItem(key);
}

document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form[data-draft]');
  if (form) keep(form);
});
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-forget]')) forget(() => true);
});

/* --- after loading and after a swap ----------------------------------------------------------- */
function arrive() {
  const done = document.querySelector('[data-done]');
  if (done) {
    // A claim or a finding leaves the filing as it was, and with it what is typed about it.
    const id = done.dataset.done.split('/').pop();
    if ('advanced' in done.dataset) forget((key) => key.split(':').includes(id));
    history.replaceState(history.state, '', done.dataset.done);
  }
  // Only one act is unfolded; while a part is swapped the browser still counts the old one.
  const unfold = document.querySelector('details[data-unfold]');
  if (unfold) unfold.open = true;
  for (const form of document.querySelectorAll('form[data-draft]')) restore(form);
  byId('summary')?.focus();
}
arrive();
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.target?.id === 'main' || event.detail.elt?.id === 'main') arrive();
  if (find && document.querySelector('[data-row]') && find.value) narrow();
});

/* A link of the summary may lead into a folded form. */
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.summary a[href^="#"]');
  const field = link && byId(link.getAttribute('href').slice(1));
  if (!field) return;
  event.preventDefault();
  field.closest('details')?.setAttribute('open', '');
  field.scrollIntoView({ block: 'center' });
  (field.matches('fieldset') ? field.querySelector('input') ?? field : field).focus();
});

/* 499: the session has ended. What was typed is kept; loading again leads through the login. */
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 499) location.reload();
  else say('没有收到结果，请重新载入页面核对。');
});
document.addEventListener('htmx:sendError', () => say('网络不通，内容未丢失，请稍后再试。'));
