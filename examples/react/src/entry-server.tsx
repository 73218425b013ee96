import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';

export const render = (path: string) =>
  renderToString(
    <StrictMode>
      <App path={path} />
    </StrictMode>,
  );
