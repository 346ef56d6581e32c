/// What the page of an attempt does where scripts run: the replay, and moments that lead into it.
extension AttemptPage {
  static let script = #"""
    {
      const data = JSON.parse(document.getElementById("replay-data").textContent);
      const section = document.getElementById("replay");
      const stage = section.querySelector(".stage");
      const canvas = stage.querySelector("canvas");
      const context = canvas.getContext("2d");
      const marks = document.getElementById("marks");
      const shownTask = document.getElementById("shown-task");
      const shownWays = document.getElementById("shown-ways");
      const shownStep = document.getElementById("shown-step");
      const playhead = document.getElementById("playhead");
      const timeline = document.getElementById("timeline");
      const clock = document.getElementById("clock");
      const said = document.getElementById("said");
      const control = (name) => section.querySelector(`[data-action=${name}]`);
      const [play, tempo, whole, slider] = ["play", "tempo", "whole", "seek"].map(control);
      const firstStep = marks.dataset.step === "" ? -1 : Number(marks.dataset.step);
      const length = data.duration / 100;

      const summed = (values, share) => {
        let sum = 0;
        return values.map((value) => (sum += value) / share);
      };
      const ways = data.ways.map((way) => {
        const qualities = [];
        for (let i = 0; i < way.q.length; i += 2) {
          for (let n = 0; n < way.q[i + 1]; n++) qualities.push(way.q[i]);
        }
        return { step: way.step, t: summed(way.t, 100), x: summed(way.x, 1), y: summed(way.y, 1),
          q: qualities };
      }).filter((way) => way.t.length > 0);

      let time = 0, isReplaying = false, frame = 0, last = 0, shown = firstStep;
      const looks = [
        [["in-band", 22, [], "round"]],
        [["high-edge", 62, [], "butt"], ["high", 45, [], "butt"], ["surface", 23, [20, 32], "butt"]],
        [["low-edge", 50, [0, 76], "round"], ["low", 34, [0, 76], "round"]],
        [["spasm-text", 70, [], "round"], ["surface", 25, [], "round"]],
      ];

      const words = (seconds) => {
        const rest = Math.floor(seconds) % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" : "") + rest;
      };
      const segmentAt = (seconds) => {
        let found = -1;
        for (const [step, start] of data.segments) if (start / 100 <= seconds + 0.001) found = step;
        return found;
      };
      const title = (step) => step < 0 ? data.before : data.steps[step];

      const show = (step) => {
        if (shownTask && step >= 0) {
          shownTask.setAttribute("href", "#task-" + step);
          shownWays.setAttribute("href", "#ways-" + step);
        }
        shown = step < 0 ? shown : step;
        for (const mark of marks.children) {
          mark.style.visibility = Number(mark.dataset.step ?? -1) === shown ? "visible" : "hidden";
        }
        if (step >= 0 || isReplaying) shownStep.textContent = title(step);
      };

      const draw = () => {
        const box = stage.getBoundingClientRect();
        const ratio = window.devicePixelRatio || 1;
        const width = Math.max(1, Math.round(box.width * ratio));
        const height = Math.max(1, Math.round(box.height * ratio));
        if (canvas.width !== width || canvas.height !== height) {
          canvas.width = width;
          canvas.height = height;
        }
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, width, height);
        if (!isReplaying) return;
        const scale = width / data.width;
        context.setTransform(scale, 0, 0, scale, 0, 0);
        const colours = getComputedStyle(document.documentElement);
        const colour = (name) => colours.getPropertyValue("--" + name);
        const current = ways.filter((way) => way.step === shown && way.t[0] <= time);
        const thin = current.length > 12 ? 0.6 : current.length > 6 ? 0.8 : 1;
        const paths = looks.map(() => new Path2D());
        const hands = [];
        for (const way of current) {
          let at = 0;
          while (at + 1 < way.t.length && way.t[at + 1] <= time) at++;
          for (let i = 0; i <= at; i++) {
            const path = paths[way.q[i]];
            if (i === 0 || way.q[i] !== way.q[i - 1]) {
              const from = Math.max(0, i - 1);
              path.moveTo(way.x[from], way.y[from]);
            }
            path.lineTo(way.x[i], way.y[i]);
          }
          let [x, y] = [way.x[at], way.y[at]];
          if (at + 1 < way.t.length) {
            const share = (time - way.t[at]) / Math.max(1e-6, way.t[at + 1] - way.t[at]);
            x += (way.x[at + 1] - x) * share;
            y += (way.y[at + 1] - y) * share;
            paths[way.q[at]].lineTo(x, y);
            hands.push([x, y]);
          }
        }
        context.lineJoin = "round";
        looks.forEach((lines, quality) => {
          for (const [name, width, dash, cap] of lines) {
            context.strokeStyle = colour(name);
            context.lineWidth = width * thin;
            context.setLineDash(dash.map((part) => part * thin));
            context.lineCap = cap;
            context.stroke(paths[quality]);
          }
        });
        context.setLineDash([]);
        for (const [x, y] of hands) {
          for (const [name, width] of [["surface", 62], ["teal", 34]]) {
            context.strokeStyle = colour(name);
            context.lineWidth = width;
            context.beginPath();
            context.arc(x, y, 150, 0, 2 * Math.PI);
            context.stroke();
          }
          context.fillStyle = colour("teal");
          context.beginPath();
          context.arc(x, y, 42, 0, 2 * Math.PI);
          context.fill();
        }
      };

      const update = () => {
        section.classList.toggle("replaying", isReplaying);
        const step = isReplaying ? segmentAt(time) : firstStep;
        show(step);
        clock.textContent = words(time);
        slider.value = String(time);
        slider.setAttribute("aria-valuetext", words(time) + ", " + title(step));
        const place = Number(timeline.dataset.left)
          + Number(timeline.dataset.width) * Math.min(1, time / length);
        playhead.setAttribute("x1", place);
        playhead.setAttribute("x2", place);
        playhead.setAttribute("visibility", isReplaying ? "visible" : "hidden");
        draw();
      };

      const stop = () => {
        cancelAnimationFrame(frame);
        frame = 0;
        play.textContent = play.dataset.play;
      };
      const say = () => { said.textContent = words(time) + ", " + title(segmentAt(time)); };
      const seek = (seconds) => {
        time = Math.min(length, Math.max(0, seconds));
        isReplaying = true;
        update();
      };
      const advance = (now) => {
        const way = Math.min(0.25, (now - last) / 1000) * Number(tempo.value);
        last = now;
        seek(time + way);
        if (time >= length) {
          stop();
          say();
        } else {
          frame = requestAnimationFrame(advance);
        }
      };
      const start = () => {
        if (time >= length) time = 0;
        play.textContent = play.dataset.pause;
        last = performance.now();
        frame = requestAnimationFrame(advance);
      };

      play.addEventListener("click", () => {
        if (frame) {
          stop();
          say();
        } else {
          start();
        }
      });
      whole.addEventListener("click", () => {
        stop();
        time = 0;
        isReplaying = false;
        choose("");
        update();
      });
      slider.addEventListener("input", () => {
        const wanted = Number(slider.value);
        stop();
        seek(wanted);
      });
      slider.addEventListener("change", say);

      /* Marks, moments in the tables, and pieces of advice lead to their moment. */
      const choose = (number) => {
        for (const row of document.querySelectorAll("#deductions tbody tr")) {
          row.classList.toggle("chosen", row.dataset.number === number);
        }
        for (const mark of document.querySelectorAll(".mark")) {
          mark.classList.toggle("chosen", mark.dataset.number === number);
        }
      };
      for (const link of document.querySelectorAll("a[data-number], a[data-moment]")) {
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          choose(link.dataset.number ?? "");
          if (link.dataset.moment === undefined) return;
          event.preventDefault();
          stop();
          seek(Number(link.dataset.moment));
          say();
          if (link.dataset.number) {
            history.replaceState(null, "", "#deduction-" + link.dataset.number);
          }
          if (!link.closest("#replay")) {
            section.scrollIntoView({ block: "nearest" });
          }
        });
      }
      timeline.addEventListener("click", (event) => {
        if (event.target.closest("a")) return;
        const box = timeline.getBoundingClientRect();
        const place = (event.clientX - box.left) / box.width * timeline.viewBox.baseVal.width;
        const share = (place - Number(timeline.dataset.left)) / Number(timeline.dataset.width);
        if (share < 0 || share > 1) return;
        stop();
        seek(share * length);
        say();
      });

      section.querySelector(".player").hidden = false;
      new ResizeObserver(draw).observe(stage);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
      update();
      const asked = location.hash.match(/^#deduction-(\d+)$/);
      const mark = asked && document.querySelector(`a.moment[data-number="${asked[1]}"]`);
      if (mark) {
        choose(asked[1]);
        seek(Number(mark.dataset.moment));
      }
    }

    """#
}
