import { index, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('login', 'routes/login.tsx'),
  route('logout', 'routes/logout.tsx'),
  route('admin', 'routes/admin.tsx'),
  route('board', 'routes/board.tsx'),
  route('lightbulb/:view?', 'routes/lightbulb.tsx'),
  route('tasks', 'routes/tasks.tsx'),
  route('wards', 'routes/wards.tsx'),
  route('wards/:wardId', 'routes/ward.tsx'),
  route('wards/:wardId/changes', 'routes/ward-changes.tsx'),
  route('wards/:wardId/admit', 'routes/admit.tsx'),
  route('find', 'routes/find.tsx'),
  route('spells/:spellId', 'routes/spell.tsx'),
  route('spells/:spellId/details', 'routes/details.tsx'),
  route('spells/:spellId/same-person', 'routes/same-person.tsx'),
  route('reports/people', 'routes/report-people.tsx'),
  route('reports/why/stay', 'routes/report-stay.tsx'),
  route('reports/file', 'routes/report-file.ts'),
  route('reports/:report?', 'routes/report.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
