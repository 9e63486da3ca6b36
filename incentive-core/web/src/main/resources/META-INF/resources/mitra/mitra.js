// What the style sheet cannot do by itself. A plain table that is too wide for a phone becomes cards
// there: every cell says the name of its column, and mitra.css does the rest. A part of a form that
// is folded opens when something in it is wrong.
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

  // What is wrong must not be folded away when a form comes back.
  const unfold = () => {
    for (const mistake of document.querySelectorAll('details:not([open]) :is(.ui-message-error, .ui-state-error)')) {
      mistake.closest('details').open = true;
    }
  };

  let waiting = false;
  const fitSoon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => { waiting = false; unfold(); fit(); });
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    fit();
    window.addEventListener('resize', fitSoon);
    document.addEventListener('toggle', fitSoon, true);
    new MutationObserver(fitSoon).observe(document.body, {childList: true, subtree: true});
  });
})();

// A select learns what was chosen before only when its list has unfolded: whoever chooses while it
// still does so would choose nothing. So lists are there at once.
document.addEventListener('DOMContentLoaded', () => window.PrimeFaces?.utils.disableAnimations());
