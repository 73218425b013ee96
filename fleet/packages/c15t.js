import { ConsentBanner, ConsentDialog, ConsentDialogTrigger, ConsentManagerProvider } from '@c15t/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** What a site writes that uses c15t with React: scripts by category, banner, dialog and the button that reopens it. */
window.startC15t = (scripts) => {
  const host = document.body.appendChild(document.createElement('div'));
  createRoot(host).render(
    createElement(
      ConsentManagerProvider,
      { options: { mode: 'offline', consentCategories: ['necessary', 'measurement'], scripts } },
      createElement(ConsentBanner),
      createElement(ConsentDialog),
      createElement(ConsentDialogTrigger),
    ),
  );
};
