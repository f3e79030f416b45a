import { requireConfig, runProgram } from './run-program.ts';
import { serve } from './serve.ts';

await runProgram(async () => {
  await serve(requireConfig(process.env));
});
