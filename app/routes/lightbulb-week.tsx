import type { MetaFunction } from '@remix-run/node';
import { WeekPage } from '../lightbulb/week-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Visits and works – Discharge Hub' }];

export default function LightbulbWeekRoute() {
  return <WeekPage />;
}
