"""Solves a matching of mentors with OR-Tools or SciPy, from the file that the README describes and nothing else of Kith.

`or-tools FILE` sends a flow from mentees through mentors, an arc for each place; `scipy FILE` assigns a column to each
mentee, one for each place and one for nobody. Both build the model first and time the solver alone: the middle of five
runs in microseconds, and what the matching reaches. Pins, forbidden pairs and earlier matchings are not read.
"""
import json
import sys
import time

import numpy

RUNS = 5


def weights(mentees, mentors):
    """What a mentee more with a mentor costs, and one without any: more than all that matters less."""
    slot = 1 + 1000 * len(mentees)
    loads = sum(m["capacity"] * (m["capacity"] - 1) // 2 for m in mentors)
    return slot, slot * (loads + 1)


def timed(solve):
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        solved = solve()
        times.append(time.perf_counter() - begun)
    return round(sorted(times)[RUNS // 2] * 1_000_000), solved


def by_ortools(mentees, mentors):
    from ortools.graph.python import min_cost_flow

    slot, unserved = weights(mentees, mentors)
    place = {m["id"]: k for k, m in enumerate(mentors)}
    n, sink = len(mentees), len(mentees) + len(mentors)
    tails, heads, costs = [], [], []
    for a, mentee in enumerate(mentees):
        for c in mentee.get("candidates", []):
            tails.append(a)
            heads.append(n + place[c["mentor"]])
            costs.append(1000 - c["score"])
        tails.append(a)
        heads.append(sink)
        costs.append(unserved * (1 + mentee.get("wait", 0)))
    pairs = len(tails)
    for k, m in enumerate(mentors):
        for load in range(m["capacity"]):
            tails.append(n + k)
            heads.append(sink)
            costs.append(slot * load)
    arrays = [numpy.array(a) for a in (tails, heads, numpy.ones(len(tails), dtype=numpy.int64), costs)]
    supplies = numpy.array([1] * n + [0] * len(mentors) + [-n])

    def solve():
        flow = min_cost_flow.SimpleMinCostFlow()
        arcs = flow.add_arcs_with_capacity_and_unit_cost(*arrays)
        flow.set_nodes_supplies(numpy.arange(len(supplies)), supplies)
        if flow.solve() != flow.OPTIMAL:
            raise SystemExit("OR-Tools found no optimum")
        return flow.flows(arcs)

    took, flows = timed(solve)
    chosen = [(tails[k], heads[k] - n) for k in range(pairs) if flows[k] and heads[k] != sink]
    return took, chosen


def by_scipy(mentees, mentors):
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    slot, unserved = weights(mentees, mentors)
    first, columns = {}, []
    for k, m in enumerate(mentors):
        first[m["id"]] = len(columns)
        columns += [k] * m["capacity"]
    capacity = {m["id"]: m["capacity"] for m in mentors}
    rows, cols, costs = [], [], []
    for a, mentee in enumerate(mentees):
        for c in mentee.get("candidates", []):
            for load in range(capacity[c["mentor"]]):
                rows.append(a)
                cols.append(first[c["mentor"]] + load)
                # No weight may be zero: every mentee has one edge, so one more for each changes nothing.
                costs.append(1001 - c["score"] + slot * load)
        rows.append(a)
        cols.append(len(columns) + a)
        costs.append(1 + unserved * (1 + mentee.get("wait", 0)))
    shape = (len(mentees), len(columns) + len(mentees))
    graph = csr_array((numpy.array(costs, dtype=float), (rows, cols)), shape=shape)
    took, (rows, cols) = timed(lambda: min_weight_full_bipartite_matching(graph))
    return took, [(a, columns[c]) for a, c in zip(rows.tolist(), cols.tolist()) if c < len(columns)]


def reached(mentees, mentors, chosen):
    loads, score, waits = {}, 0, {}
    for mentee in mentees:
        waits.setdefault(mentee.get("wait", 0), 0)
    for a, k in chosen:
        mentee, mentor = mentees[a], mentors[k]["id"]
        loads[k] = loads.get(k, 0) + 1
        score += max(c["score"] for c in mentee["candidates"] if c["mentor"] == mentor)
        waits[mentee.get("wait", 0)] += 1
    assert all(load <= mentors[k]["capacity"] for k, load in loads.items())
    return {
        "served": len(chosen),
        "load": sum(load * (load - 1) // 2 for load in loads.values()),
        "score": score,
        "waits": [{"wait": wait, "served": waits[wait]} for wait in sorted(waits, reverse=True)],
    }


def main(solver, path):
    with open(path) as file:
        instance = json.load(file)
    mentees, mentors = instance["mentees"], instance["mentors"]
    took, chosen = {"or-tools": by_ortools, "scipy": by_scipy}[solver](mentees, mentors)
    print(json.dumps({"microseconds": took, "objective": reached(mentees, mentors, chosen)}))


main(sys.argv[1], sys.argv[2])
