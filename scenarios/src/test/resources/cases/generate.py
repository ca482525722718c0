#!/usr/bin/env python3
"""Writes the cases of this folder: the rule as it is written, once more, in another language.

    python3 generate.py

One synapse or neuron, one step at a time, in plain doubles. Nothing here is taken from the program:
order, signs and defaults are those of the original software as its recordings show them (see
spore/src/test/resources/golden/README.md, whose format these cases have). Python's own random numbers,
with the seeds below, make inputs and output spikes.
"""
import gzip
import json
import math
import random

SYNAPSE = dict(
    learning_rate=5e-8, temperature=0.1, gradient_noise=0.0, psp_tau_rise=2.0, psp_tau_fall=20.0,
    psp_cutoff_amplitude=1e-4, integration_time=50000.0, episode_length=1000.0,
    weight_update_interval=100.0, parameter_mapping_offset=3.0, weight_scale=1.0,
    direct_gradient_rate=0.0, gradient_scale=1.0, max_param=5.0, min_param=-2.0,
    max_param_change=40.0, simulate_retracted_synapses=False, delete_retracted_synapses=False)
NEURON = dict(
    dead_time=1.0, dead_time_random=False, dead_time_shape=1, with_reset=True, c_1=0.0, c_2=1.238,
    c_3=0.25, I_e=0.0, tau_rise_exc=2.0, tau_fall_exc=20.0, tau_rise_inh=1.0, tau_fall_inh=10.0,
    input_conductance=1.0, target_rate=10.0, target_adaptation_speed=0.0)
STATE = ['psp_facilitation', 'psp_depression', 'eligibility_trace', 'reward_gradient',
         'synaptic_parameter', 'weight']
NEURON_ROW = ['step', 'V_eff', 'E_sfa_end', 'n_spikes', 'spike_probability', 'bap',
              'refractory_steps_left_before_decrement']


class Synapse:
    def __init__(self, given, mean, precision, theta, h):
        self.p = {**SYNAPSE, **given}
        self.mean, self.precision, self.theta, self.h = mean, precision, theta, h
        self.e = self.g = self.F = self.D = 0.0
        self.steps, self.deleted = 0, False
        self.w = self.weight()

    def weight(self):
        if self.theta < 0:
            return 0.0
        return self.p['weight_scale'] * math.exp(self.theta - self.p['parameter_mapping_offset'])

    def simulated(self):
        return self.w != 0 or self.p['simulate_retracted_synapses']

    def state(self):
        return [self.F, self.D, self.e, self.g, self.theta, self.w]

    def spike(self):
        self.F += 1
        self.D += 1

    def step(self, bap, reward):
        p, h = self.p, self.h
        rise, fall = p['psp_tau_rise'], p['psp_tau_fall']
        self.e *= math.exp(-h / p['episode_length'])
        self.g *= math.exp(-h / p['integration_time'])
        self.F *= math.exp(-h / fall)
        self.D *= math.exp(-h / rise)
        self.e += self.w * fall / (fall - rise) * (self.F - self.D) * bap
        if self.F < p['psp_cutoff_amplitude']:
            self.F = self.D = 0.0
        self.g += reward * self.e
        if p['direct_gradient_rate'] > 0:
            self.theta += reward * p['learning_rate'] * p['direct_gradient_rate'] * self.e
        self.steps += 1

    def update_due(self):
        return self.steps % round(self.p['weight_update_interval'] / self.h) == 0

    def update(self):
        p = self.p
        if self.deleted:
            return
        rate = p['learning_rate'] * p['weight_update_interval']
        most = p['max_param_change']
        slope = max(-most, min(most, p['gradient_scale'] * self.g))
        self.theta += rate * (self.precision * (self.mean - self.theta) + slope)
        self.theta = max(p['min_param'], min(p['max_param'], self.theta))
        self.w = self.weight()
        if self.w == 0:
            if not p['simulate_retracted_synapses']:
                self.e = self.g = 0.0
            self.deleted = p['delete_retracted_synapses']


class Neuron:
    def __init__(self, given, h, rng):
        self.p, self.h, self.rng = {**NEURON, **given}, h, rng
        self.fall_exc = self.rise_exc = self.fall_inh = self.rise_inh = self.membrane = 0.0
        self.threshold = self.current = 0.0
        self.dead = 0

    def step(self, exc, inh, current):
        """The row of a step, without its number. `current` is read now and felt one step later."""
        p, h = self.p, self.h
        self.fall_exc = self.fall_exc * math.exp(-h / p['tau_fall_exc']) + exc
        self.rise_exc = self.rise_exc * math.exp(-h / p['tau_rise_exc']) + exc
        self.fall_inh = self.fall_inh * math.exp(-h / p['tau_fall_inh']) + inh
        self.rise_inh = self.rise_inh * math.exp(-h / p['tau_rise_inh']) + inh
        norm_exc = p['tau_fall_exc'] / (p['tau_fall_exc'] - p['tau_rise_exc'])
        norm_inh = p['tau_fall_inh'] / (p['tau_fall_inh'] - p['tau_rise_inh'])
        self.membrane = (norm_exc * (self.fall_exc - self.rise_exc)
                         + norm_inh * (self.fall_inh - self.rise_inh)
                         + p['input_conductance'] * (p['I_e'] + self.current))
        self.current = current
        self.threshold -= 1e-3 * h * p['target_rate'] * p['target_adaptation_speed']
        v = self.membrane - self.threshold
        if self.dead > 0:
            self.dead -= 1
            return [v, self.threshold, 0, -1.0, 0.0, self.dead + 1]
        expected = (p['c_1'] * v + p['c_2'] * math.exp(p['c_3'] * v)) * h * 1e-3
        probability = -math.expm1(-expected)
        spikes = self.draw(probability, expected)
        if spikes > 0:
            self.threshold += p['target_adaptation_speed']
            self.dead = self.dead_time()
            if p['with_reset']:
                self.membrane = 0.0
                self.fall_exc = self.rise_exc = self.fall_inh = self.rise_inh = 0.0
        return [v, self.threshold, spikes, probability, spikes - probability, self.dead]

    def draw(self, probability, expected):
        if self.p['dead_time'] > 0:
            return 1 if self.rng.random() <= probability else 0
        count, product = 0, self.rng.random()
        while product > math.exp(-max(0.0, expected)):
            count += 1
            product *= self.rng.random()
        return count

    def dead_time(self):
        mean = round(self.p['dead_time'] / self.h)
        if not self.p['dead_time_random']:
            return mean
        shape = self.p['dead_time_shape']
        return math.ceil(sum(self.rng.expovariate(1) for _ in range(shape)) * mean / shape)


def table(name, columns, rows, zipped):
    file = name + ('.csv.gz' if zipped else '.csv')
    text = '\n'.join([','.join(columns)] + [','.join('%.17g' % x for x in row) for row in rows]) + '\n'
    with open(file, 'wb') as out:
        out.write(gzip.compress(text.encode(), mtime=0) if zipped else text.encode())
    return file


def case(name, content):
    with open(name + '.json', 'w') as out:
        json.dump(content, out, indent=1)


def synapse(name, seed, given, mean=0.2, precision=1.0, theta=1.1, steps=600, h=1.0, reward=None,
            zipped=True, said=True):
    rng = random.Random(seed)
    s = Synapse({**given, 'temperature': 0.0}, mean, precision, theta, h)
    rows, updates = [], [[0] + s.state()]
    for n in range(steps):
        spikes = rng.choice([1, 1, 1, 2, 3]) if rng.random() < 0.05 * h else 0
        bap = 0.8 if rng.random() < 0.05 else -0.03 * rng.random()
        r = reward(n) if reward else rng.gauss(0.3, 1) if rng.random() < 0.2 else 0.0
        for _ in range(spikes):
            s.spike()
        s.step(bap, r)
        rows.append([n, spikes, bap, r, s.simulated()] + s.state())
        if s.update_due():
            s.update()
            updates.append([n + 1] + s.state())
    content = dict(kind='synapse', name=name, steps=steps, initial_synaptic_parameter=theta,
                   parameters={**given, 'temperature': 0.0})
    if said:
        content.update(h_ms=h, prior_mean=mean, prior_precision=precision)
    inputs = ['step', 'pre_spikes', 'bap', 'reward', 'simulated']
    content['files'] = dict(steps=table(name + '.steps', inputs + STATE, rows, zipped),
                            updates=table(name + '.updates', ['step'] + STATE, updates, not zipped))
    case(name, content)


def stamps(rng, rate, steps, h):
    return [round(n * h, 10) for n in range(1, steps) if rng.random() < rate * h * 1e-3]


def neuron(name, seed, given, steps=600, h=1.0, inputs=(), current=None, zipped=True):
    rng = random.Random(seed)
    cell = Neuron(given, h, rng)
    generators = [dict(times=stamps(rng, rate, steps, h), weight=weight, delay=delay, port=port)
                  for rate, weight, delay, port in inputs]
    arriving = [[0.0, 0.0] for _ in range(steps)]
    for each in generators:
        for time in each['times']:
            n = round((time + each['delay']) / h) - 1
            if n < steps:
                arriving[n][each['port']] += each['weight']
    read = {}
    for time, value in zip(current['times'], current['values']) if current else []:
        read[round((time + current['delay']) / h) - 1] = current['weight'] * value
    rows, meter, fired, now = [], [], [], 0.0
    for n in range(steps):
        now = read.get(n, now)
        row = cell.step(arriving[n][0], arriving[n][1], now)
        rows.append([n] + row)
        meter.append([(n + 1) * h, cell.membrane, cell.threshold])
        fired += [(n + 1) * h] * row[2]
    content = dict(kind='neuron', name=name, T=steps * h, params=given, inputs=generators,
                   output_spike_stamps_ms=fired)
    if current:
        content['current'] = current
    if h != 1.0:
        content['h'] = h
    content['files'] = dict(
        steps=table(name + '.steps', NEURON_ROW, rows, zipped),
        multimeter=table(name + '.multimeter', ['multimeter_time', 'V_m', 'E_sfa'], meter, zipped))
    case(name, content)


def closed_loop(name, seed, cell_given, given, theta, steps=600, h=1.0, delay=1.0, rate=0.02):
    rng = random.Random(seed)
    cell = Neuron(cell_given, h, rng)
    synapses = [Synapse({**given, 'temperature': 0.0}, 0.1, 0.5, t, h) for each in theta for t in each]
    source = [i for i, each in enumerate(theta) for _ in each]
    inputs = [[n for n in range(steps) if rng.random() < rate * h] for _ in theta]
    late = round(delay / h)
    arriving = [0.0] * (steps + late)
    updates = [[0, k] + s.state() for k, s in enumerate(synapses)]
    rows, meter, fired, rewards = [], [], [], []
    for n in range(steps):
        for k, s in enumerate(synapses):
            if n in inputs[source[k]]:
                s.spike()
                arriving[n + late - 1] += max(0.0, s.w)  # a negative w0 suppresses delivery
        row = cell.step(arriving[n], 0.0, 0.0)
        rows.append([n] + row)
        meter.append([(n + 1) * h, cell.membrane, cell.threshold])
        fired += [(n + 1) * h] * row[2]
        rewards.append([n, rng.gauss(0.2, 0.5)])
        for s in synapses:
            s.step(row[4], rewards[n][1])
        if synapses[0].update_due():
            for k, s in enumerate(synapses):
                s.update()
                updates.append([n + 1, k] + s.state())
    content = dict(kind='closed-loop', name=name, n_steps=steps, h=h, neuron=cell_given,
                   synapse={**given, 'temperature': 0.0}, prior_mean=0.1, prior_precision=0.5,
                   theta0=theta, synaptic_delay_ms=delay, input_spike_stamps=inputs,
                   output_spike_stamps_ms=fired)
    content['files'] = dict(
        neuron_steps=table(name + '.neuron_steps', NEURON_ROW, rows, True),
        multimeter=table(name + '.multimeter', ['multimeter_time', 'V_m', 'E_sfa'], meter, True),
        updates=table(name + '.updates', ['step', 'syn'] + STATE, updates, True),
        reward=table(name + '.reward', ['step', 'reward'], rewards, True))
    case(name, content)


def punished(n):
    return -20.0 if n < 200 else 2.0


FAST = dict(learning_rate=1e-3)
SHOW = dict(dead_time=5.0, target_rate=5.0, I_e=-1.0, target_adaptation_speed=0.1, c_1=0.0, c_2=9.0,
            c_3=1.0, with_reset=False)
LOOP = {**SHOW, 'I_e': 1.0}
THETA = [[2.5, 1.0], [3.0, 0.3], [2.0, -0.4]]

synapse('synapse_step_of_0.1_ms', 1, {**FAST, 'weight_update_interval': 12.0}, h=0.1)
synapse('synapse_other_time_constants', 2, {
    **FAST, 'psp_tau_rise': 7.0, 'psp_tau_fall': 8.0, 'integration_time': 77.0, 'episode_length': 13.0,
    'weight_update_interval': 7.0, 'psp_cutoff_amplitude': 0.7}, zipped=False)
synapse('synapse_other_weights_and_slopes', 3, {
    **FAST, 'weight_scale': 0.01, 'parameter_mapping_offset': -2.0, 'gradient_scale': -2.0,
    'max_param_change': 0.3, 'weight_update_interval': 300.0})
synapse('synapse_negative_weight_scale', 4, {**FAST, 'weight_scale': -2.5})
synapse('synapse_direct_term_between_two_bounds', 5, {
    'learning_rate': 1e-2, 'direct_gradient_rate': 50.0, 'max_param': 1.3, 'min_param': 0.9})
synapse('synapse_direct_term_below_zero', 6, {
    'learning_rate': 1e-2, 'direct_gradient_rate': 90.0, 'gradient_scale': 0.0,
    'weight_update_interval': 50.0}, theta=0.05, reward=lambda n: -2.0 if n % 100 < 50 else 1.0)
synapse('synapse_negative_direct_rate_does_nothing', 7, {**FAST, 'direct_gradient_rate': -3.0})
synapse('synapse_retracts_and_regrows', 8, {
    'learning_rate': 3e-3, 'weight_update_interval': 20.0}, theta=0.1, reward=punished)
synapse('synapse_retracts_simulated', 9, {
    'learning_rate': 3e-3, 'weight_update_interval': 20.0, 'simulate_retracted_synapses': True},
    theta=0.1, reward=punished)
synapse('synapse_retracts_for_good', 10, {
    'learning_rate': 3e-3, 'weight_update_interval': 20.0, 'delete_retracted_synapses': True},
    theta=0.1, reward=punished)
synapse('synapse_by_defaults', 11, {}, mean=0.0, said=False)
neuron('neuron_step_of_0.1_ms', 1, {**SHOW, 'dead_time': 2.3, 'c_2': 90.0}, h=0.1, steps=1500,
       inputs=[(400, 0.5, 1.7, 0), (200, -0.5, 0.3, 1)])
neuron('neuron_delays_and_signs', 2, SHOW, inputs=[(60, 0.5, 7.0, 0), (60, -0.3, 23.0, 0),
                                                   (50, -0.5, 2.0, 1), (20, 0.4, 1.0, 1)], zipped=False)
neuron('neuron_several_spikes_a_step', 3, {**SHOW, 'dead_time': 0.0, 'c_2': 900.0, 'I_e': 0.0,
                                           'target_adaptation_speed': 0.01}, inputs=[(100, 0.3, 1.0, 0)])
neuron('neuron_random_dead_time', 4, {**SHOW, 'dead_time': 15.0, 'dead_time_random': True,
                                      'dead_time_shape': 2, 'c_2': 60.0}, inputs=[(100, 0.5, 1.0, 0)])
neuron('neuron_conductance_and_current', 5, {**SHOW, 'input_conductance': 0.4, 'with_reset': True},
       inputs=[(100, 0.5, 1.0, 0)],
       current=dict(times=[10.0, 50.0, 51.0, 300.0], values=[1.0, -3.0, 8.0, 0.0], delay=4.0, weight=-0.7))
neuron('neuron_negative_rate', 6, {**SHOW, 'c_1': 3.0, 'c_2': 0.5, 'c_3': 0.1, 'I_e': -2.0},
       inputs=[(60, 0.7, 1.0, 0), (40, -1.5, 1.0, 1)])
neuron('neuron_other_time_constants', 7, {**SHOW, 'tau_rise_exc': 4.0, 'tau_fall_exc': 4.5,
                                          'tau_rise_inh': 0.3, 'tau_fall_inh': 100.0},
       inputs=[(60, 0.7, 1.0, 0), (60, -0.2, 3.0, 1)])
neuron('neuron_by_defaults', 8, {}, inputs=[(60, 2.0, 1.0, 0)])
closed_loop('closed_loop_delay_of_17_ms', 1, {**LOOP, 'with_reset': True}, {
    'learning_rate': 5e-5, 'weight_update_interval': 50.0}, THETA, delay=17.0)
closed_loop('closed_loop_step_of_0.1_ms', 2, LOOP, {
    'learning_rate': 5e-4, 'weight_update_interval': 20.0}, THETA, h=0.1, delay=0.7, rate=0.1, steps=1500)
closed_loop('closed_loop_retracting', 3, LOOP, {
    'learning_rate': 1e-3, 'weight_update_interval': 30.0, 'direct_gradient_rate': 2.0}, THETA, delay=2.0)
closed_loop('closed_loop_negative_weight_scale', 4, {**LOOP, 'c_2': 20.0}, {
    'learning_rate': 2e-4, 'weight_scale': -1.0}, [[1.0], [2.0]])
