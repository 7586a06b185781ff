"""Solves a pool of swaps with HiGHS, from the cycle model that `model FILE` of the bench program `rings` writes.

Writes the middle time of three runs in milliseconds, the weight, what HiGHS proves, and whether that is all.
"""
import json
import sys
import time

import highspy
import numpy


def main(path, limit):
    with open(path) as file:
        model = json.load(file)
    columns, limits = model["columns"], model["limits"]
    inf = highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(columns), len(limits)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = numpy.array([float(c["weight"]) for c in columns])
    lp.col_lower_ = numpy.zeros(len(columns))
    lp.col_upper_ = numpy.ones(len(columns))
    lp.row_lower_ = numpy.full(len(limits), -inf)
    lp.row_upper_ = numpy.array([float(l) for l in limits])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(c["limits"]) for c in columns])
    lp.a_matrix_.index_ = numpy.array([row for c in columns for row in c["limits"]])
    lp.a_matrix_.value_ = numpy.ones(sum(len(c["limits"]) for c in columns))
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
    times = []
    for _ in range(3):
        h = highspy.Highs()
        for option, value in [("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)]:
            h.setOptionValue(option, value)
        h.setOptionValue("time_limit", limit)
        h.passModel(lp)
        begun = time.perf_counter()
        h.run()
        times.append(time.perf_counter() - begun)
        if times[0] >= limit:
            break
    info = h.getInfo()
    optimal = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    bound = info.objective_function_value if optimal else info.mip_dual_bound
    print(json.dumps({
        "milliseconds": round(sorted(times)[len(times) // 2] * 1000),
        "weight": round(info.objective_function_value),
        "bound": int(bound + 1e-6),
        "is_optimal": optimal,
    }))


main(sys.argv[1], float(sys.argv[2]))
