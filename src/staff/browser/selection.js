const boxes = () => [...document.querySelectorAll('.queue tbody input[type=checkbox]')];

/** One box for all of the page's cases, which is of use with a script alone. */
export const followSelection = () => {
  const show = () => {
    const all = document.querySelector('#all');
    if (all === null) return;
    all.hidden = false;
    all.checked = boxes().length > 0 && boxes().every((box) => box.checked);
  };
  document.addEventListener('change', ({ target }) => {
    if (target.id === 'all') for (const box of boxes()) box.checked = target.checked;
    show();
  });
  document.addEventListener('fresh', show);
  show();
};
