import { stateMachine } from './state-machine.js';

describe('a table of states', () => {
  const light = stateMachine<'red' | 'green' | 'off', 'go' | 'stop' | 'break'>('light', 'red', { red: { go: 'green', break: 'off' }, green: { stop: 'red' }, off: {} });

  it('says where an act leads, and where it is not possible', () => {
    expect(light.next('red', 'go')).toEqual({ ok: true, value: 'green' });
    expect(light.next('green', 'go')).toEqual({ ok: false, error: 'not_possible' });
    expect(light.actsOf('red')).toEqual(['go', 'break']);
    expect(light.actsOf('off')).toEqual([]);
  });

  it('is refused with a target that is no state', () => {
    expect(() => stateMachine<string, string>('light', 'red', { red: { go: 'blue' } })).toThrow('light: red leads to blue, which is no state');
    expect(() => stateMachine<string, string>('light', 'blue', { red: {} })).toThrow('the first state blue is not in the table');
  });

  it('is refused with a state that cannot be reached', () => {
    expect(() => stateMachine<string, string>('light', 'red', { red: { go: 'green' }, green: {}, blue: { go: 'red' } })).toThrow('light: blue cannot be reached from red');
  });
});
