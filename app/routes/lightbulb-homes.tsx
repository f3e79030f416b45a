import { HomesPage } from '../lightbulb/homes-page.tsx';
import { commandFromForm } from '../spell/command-from-form.ts';

export default function LightbulbHomesRoute() {
  return <HomesPage readForm={commandFromForm} />;
}
