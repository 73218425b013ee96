// Controls for the visitor's choice make sense only where there is something to control.
if (window.avowal)
  for (const control of document.querySelectorAll('[data-needs-avowal]')) control.hidden = false;
