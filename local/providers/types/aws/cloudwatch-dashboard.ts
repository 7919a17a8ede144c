import { isObject, type Properties, type Value } from "../../../store/value.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
const TYPES = ["alarm", "explorer", "log", "metric", "text"];
const VIEWS = ["bar", "gauge", "pie", "singleValue", "table", "timeSeries"];
const COLUMNS = 24;
const ROWS = 1000;
/** Periods in seconds below a minute. */
const SHORT_PERIODS = [1, 5, 10, 20, 30];

/** Why CloudWatch takes no such dashboard: it reads each widget before it keeps any. */
export function dashboardFault(body: Value): string | undefined {
    const widgets = widgetsOf(String(body));
    if (widgets === undefined) return undefined;
    for (const [index, widget] of widgets.entries()) {
        const wrong = isObject(widget) ? widgetFault(widget) : "is no object";
        if (wrong !== undefined) return `widgets[${index}]${wrong.startsWith(".") ? "" : " "}${wrong}`;
    }
    return undefined;
}

function widgetsOf(body: string): Value[] | undefined {
    try {
        const parsed: Value = JSON.parse(body);
        return isObject(parsed) && Array.isArray(parsed.widgets) ? parsed.widgets : undefined;
    } catch {
        // Told by the check for JSON.
        return undefined;
    }
}

function widgetFault({ type, x = 0, y = 0, width = 6, height = 6, properties }: Properties): string | undefined {
    if (!TYPES.includes(String(type))) return `.type must be one of ${TYPES.join(", ")}, got ${type}`;
    if (!within(x, 0, COLUMNS - 1)) return `.x must be from 0 to ${COLUMNS - 1}, got ${x}`;
    if (!within(width, 1, COLUMNS)) return `.width must be from 1 to ${COLUMNS}, got ${width}`;
    if (!within(y, 0, ROWS - 1)) return `.y must be from 0 to ${ROWS - 1}, got ${y}`;
    if (!within(height, 1, ROWS)) return `.height must be from 1 to ${ROWS}, got ${height}`;
    if (!isObject(properties)) return "needs properties";
    if (type === "text")
        return typeof properties.markdown === "string" ? undefined : ".properties.markdown is required";
    if (type === "metric") return metricFault(properties);
    return type === "log" && typeof properties.region !== "string" ? ".properties.region is required" : undefined;
}

function metricFault({ region, view = "timeSeries", period, metrics, annotations }: Properties): string | undefined {
    if (typeof region !== "string") return ".properties.region is required";
    if (!VIEWS.includes(String(view))) return `.properties.view must be one of ${VIEWS.join(", ")}, got ${view}`;
    if (period !== undefined && !isPeriod(Number(period))) {
        return `.properties.period must be ${SHORT_PERIODS.join(", ")} or a multiple of 60 seconds, got ${period}`;
    }
    if (metrics === undefined) return annotations === undefined ? " needs metrics or annotations" : undefined;
    const odd = Array.isArray(metrics) ? metrics.findIndex((line) => !isMetric(line)) : 0;
    return odd === -1 ? undefined : `.properties.metrics[${odd}] must be a namespace, a metric and pairs of dimensions`;
}

/** A namespace, a metric and dimensions with their values, each of which may be "." for that above; or an expression. */
function isMetric(line: Value): boolean {
    if (!Array.isArray(line) || line.length === 0) return false;
    const names = line.filter((one) => !isObject(one));
    if (names.length === 0) return isObject(line[0]) && typeof line[0].expression === "string";
    // "..." stands for all that are the same as above.
    if (names[0] === "...") return names.every((one) => typeof one === "string");
    return names.every((one) => typeof one === "string") && names.length >= 2 && names.length % 2 === 0;
}

function isPeriod(seconds: number): boolean {
    return SHORT_PERIODS.includes(seconds) || (seconds > 0 && seconds % 60 === 0);
}

function within(value: Value, least: number, most: number): boolean {
    return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
