import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepForOffline } from '../app/offline.ts';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <main>
        <h1>Effectif</h1>
      </main>
    </StrictMode>,
  );

keepForOffline({ onUpdate: () => {} }); // a new build takes over once every tab of this one is closed
