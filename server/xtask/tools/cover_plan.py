"""Solves a cross-training plan with HiGHS, from the file that the README describes and nothing else of Kith.

Writes the middle time of three runs in milliseconds, the cost, whether it is proven, and the empty seats.
"""
import json
import sys
import time

import highspy


def main(path, limit):
    with open(path) as file:
        i = json.load(file)
    terms, dates = i["terms"], i["dates"]
    place = {d: k for k, d in enumerate(dates)}
    people = {p["id"]: p for p in i["people"]}
    needs = {s["id"]: s for s in i["skills"]}
    same = lambda a, b: a["learner"] == b["learner"] and a["skill"] == b["skill"] and a.get("teacher") == b.get("teacher")
    forbids, pins = i.get("forbids", []), i.get("pins", [])
    can = []
    for l in i["lessons"]:
        overlap = l.get("overlap")
        far = overlap is not None and overlap < terms["least_overlap"]
        late = l.get("earliest") is not None and l["earliest"] > needs[l["skill"]]["due"]
        if not late and not any(same(l, f) for f in forbids) and (not far or any(same(l, p) for p in pins)):
            can.append(l)
    h = highspy.Highs()
    for option, value in [("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)]:
        h.setOptionValue(option, value)
    h.setOptionValue("time_limit", limit)
    lp = highspy.HighsLp()
    cost, lower, upper = [], [], []
    for l in can:
        cost.append(l["cost"])
        lower.append(1.0 if any(same(l, p) for p in pins) else 0.0)
        upper.append(1.0)
    for s in i["skills"]:
        cost.append(terms["empty_seat"][s.get("criticality", "normal")])
        lower.append(0.0)
        upper.append(float(s["seats"]))
    rows = []
    of_skill, of_learner, of_teacher, of_both = {s: [] for s in needs}, {}, {}, {}
    for k, l in enumerate(can):
        of_skill[l["skill"]].append(k)
        of_learner.setdefault(l["learner"], []).append(k)
        of_both.setdefault((l["learner"], l["skill"]), []).append(k)
        if l.get("teacher"):
            of_teacher.setdefault(l["teacher"], []).append(k)
    inf = highspy.kHighsInf
    for n, s in enumerate(i["skills"]):
        rows.append((float(s["seats"]), inf, [(k, 1.0) for k in of_skill[s["id"]]] + [(len(can) + n, 1.0)]))
    for ks in of_both.values():
        if len(ks) > 1:
            rows.append((-inf, 1.0, [(k, 1.0) for k in ks]))

    def hours(of, free, spent):
        for p, ks in of.items():
            for d in dates:
                due = [k for k in ks if needs[can[k]["skill"]]["due"] <= d and can[k].get(spent, 0)]
                if due and any(needs[can[k]["skill"]]["due"] == d for k in due):
                    rows.append((-inf, float(people[p][free][place[d]]), [(k, float(can[k][spent])) for k in due]))

    hours(of_learner, "learning", "learning")
    hours(of_teacher, "teaching", "teaching")
    for ks in of_learner.values():
        rows.append((-inf, float(terms["lessons_each"]), [(k, 1.0) for k in ks]))
    for p, ks in of_teacher.items():
        most = people[p].get("mentees")
        rows.append((-inf, float(terms["mentees"] if most is None else most), [(k, 1.0) for k in ks]))
    for k, l in enumerate(can):
        if l.get("after"):
            before = [b for b in of_both.get((l["learner"], l["after"]), []) if needs[l["after"]]["due"] <= needs[l["skill"]]["due"]]
            rows.append((-inf, 0.0, [(k, 1.0)] + [(b, -1.0) for b in before]))
    lp.num_col_, lp.num_row_ = len(cost), len(rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, lower, upper
    lp.row_lower_, lp.row_upper_ = [r[0] for r in rows], [r[1] for r in rows]
    start, index, value = [0], [], []
    for r in rows:
        for k, v in r[2]:
            index.append(k)
            value.append(v)
        start.append(len(index))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = start, index, value
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(cost)
    times = []
    for _ in range(3):
        h.clearSolver()
        h.passModel(lp)
        begun = time.perf_counter()
        h.run()
        times.append((time.perf_counter() - begun) * 1000)
    empty = round(sum(h.getSolution().col_value[len(can):]))
    is_optimal = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
    cost = round(h.getInfo().objective_function_value)
    print(json.dumps({"milliseconds": round(sorted(times)[1]), "cost": cost, "empty": empty, "is_optimal": is_optimal}))


main(sys.argv[1], float(sys.argv[2]))
