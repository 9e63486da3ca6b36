// A plain table that is too wide for a phone: each of its rows becomes a card there, and every cell
// says the name of its column (mitra.css does the rest).
(() => {
  const phone = window.matchMedia('(max-width: 640px)');

  const label = table => {
    const heads = [];
    for (const head of [...table.tHead.rows].at(-1).cells) {
      for (let i = 0; i < head.colSpan; i++) {
        heads.push(head.colSpan === 1 ? head.textContent.trim() : '');
      }
    }
    table.setAttribute('role', 'table');
    for (const body of [...table.tBodies, table.tFoot].filter(part => part)) {
      for (const row of body.rows) {
        row.setAttribute('role', 'row');
        let column = 0;
        for (const cell of row.cells) {
          cell.setAttribute('role', 'cell');
          cell.dataset.label = cell.colSpan === 1 ? heads[column] ?? '' : '';
          column += cell.colSpan;
        }
      }
    }
  };

  const fit = () => {
    for (const table of document.querySelectorAll('.scroll table.plain')) {
      table.classList.remove('stacked');
      if (phone.matches && table.tHead?.rows.length && table.offsetWidth > table.parentElement.clientWidth) {
        label(table);
        table.classList.add('stacked');
      }
    }
  };

  let waiting = false;
  const fitSoon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => { waiting = false; fit(); });
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    fit();
    window.addEventListener('resize', fitSoon);
    document.addEventListener('toggle', fitSoon, true);
    new MutationObserver(fitSoon).observe(document.body, {childList: true, subtree: true});
  });
})();
