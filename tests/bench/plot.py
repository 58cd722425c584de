"""The growth plot: time against size, both logarithmic, a small panel for each command. Plain SVG, no tools."""
import math

ORDER = ["circle", "lifetime", "century"]
COLUMNS, WIDTH, HEIGHT = 4, 196, 118
LEFT, TOP, RIGHT, BOTTOM = 34, 20, 8, 18
LOW, HIGH = 1e-3, 1e2  # seconds
# Blue and orange stay apart for every eye; besides, one line is dashed and its marks are square.
STYLE = """
text { font: 10px sans-serif; fill: #333 } .name { font-size: 11px; font-weight: bold }
.axis { stroke: #888; fill: none } .grid { stroke: #888; stroke-opacity: .25 }
.kith { stroke: #0072b2; fill: none; stroke-width: 2 } .sqlite3 { stroke: #d55e00; fill: none; stroke-width: 1.5; stroke-dasharray: 4 3 }
.dot { fill: #0072b2 } .box { fill: #d55e00 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .kith { stroke: #56b4e9 } .dot { fill: #56b4e9 }
.sqlite3 { stroke: #e69f00 } .box { fill: #e69f00 } }
"""


def short(number):
    return f"{number // 1000000}M" if number >= 1000000 else f"{number // 1000}k"


class Panel:
    def __init__(self, name, place, sizes):
        self.name = name
        self.x = (place % COLUMNS) * WIDTH
        self.y = 24 + (place // COLUMNS) * HEIGHT
        self.sizes = sizes

    def across(self, interactions):
        low, high = (math.log10(self.sizes[at]) for at in (0, -1))
        share = (math.log10(interactions) - low) / (high - low or 1)
        return self.x + LEFT + share * (WIDTH - LEFT - RIGHT)

    def up(self, seconds):
        share = (math.log10(min(max(seconds, LOW), HIGH)) - math.log10(LOW)) / (math.log10(HIGH) - math.log10(LOW))
        return self.y + TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)

    def frame(self):
        left, right, bottom = self.x + LEFT, self.x + WIDTH - RIGHT, self.y + HEIGHT - BOTTOM
        yield f'<text class="name" x="{left}" y="{self.y + 13}">{self.name}</text>'
        for seconds, said in ((1e-3, "1 ms"), (1e-2, ""), (1e-1, "0.1 s"), (1, ""), (10, "10 s")):
            at = f"{self.up(seconds):.0f}"
            yield f'<path class="grid" d="M{left} {at}H{right}"/>'
            if said:
                yield f'<text x="{left - 3}" y="{float(at) + 3:.0f}" text-anchor="end">{said}</text>'
        yield f'<path class="axis" d="M{left} {self.y + TOP}V{bottom}H{right}"/>'
        for size, where in zip(self.sizes, ("start", "middle", "end")):
            yield f'<text x="{self.across(size):.0f}" y="{bottom + 12}" text-anchor="{where}">{short(size)}</text>'

    def line(self, program, points):
        spots = [(round(self.across(size), 1), round(self.up(seconds), 1)) for size, seconds in points]
        path = "L".join(f"{x} {y}" for x, y in spots)
        yield f'<path class="{program}" d="M{path}"/>'
        for x, y in spots:
            yield (f'<circle class="dot" cx="{x}" cy="{y}" r="3"/>' if program == "kith"
                   else f'<path class="box" d="M{x - 2.5} {y - 2.5}h5v5h-5z"/>')


def svg(figures):
    """The picture, of all commands that were measured at more than one size."""
    sizes = [size for size in ORDER if size in figures["sizes"]]
    counts = [figures["sizes"][size]["interactions"] for size in sizes]
    names = list(dict.fromkeys(name for size in sizes for name in figures["sizes"][size].get("commands", {})))
    parts, place = [], 0
    for name in names:
        points = {}
        for size, count in zip(sizes, counts):
            for program, one in figures["sizes"][size].get("commands", {}).get(name, {}).items():
                if isinstance(one, dict):
                    points.setdefault(program, []).append((count, one["median"]))
        if len(points.get("kith", [])) < 2:
            continue
        panel = Panel(name, place, counts)
        parts += list(panel.frame())
        for program in ("sqlite3", "kith"):
            if program in points:
                parts += list(panel.line(program, points[program]))
        place += 1
    height = 30 + math.ceil(place / COLUMNS) * HEIGHT
    legend = ('<path class="kith" d="M34 11h22"/><circle class="dot" cx="45" cy="11" r="3"/><text x="61" y="15">kith</text>'
              '<path class="sqlite3" d="M104 11h22"/><path class="box" d="M112.500 8.500h5v5h-5z"/>'
              '<text x="131" y="15">sqlite3, the same answer</text>'
              '<text x="290" y="15">across: interactions in the log; up: seconds of the whole process</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * WIDTH} {height}" role="img" '
            f'aria-label="Time of each command against the size of the log">\n<style>{STYLE}</style>\n{legend}\n'
            + "\n".join(parts) + "\n</svg>\n")
