/** One size of worker for driver and executors: 4 processors with 16 GB, of which Spark itself takes a tenth. */
export const WORKER_VCPUS = 4;
const WORKER_GIGABYTES = 16;
const HEAP = "14G";
/** What EMR gives a worker at least, in gigabytes. */
const DISK_GIGABYTES = 20;

/** All workers together, as EMR wants it written. */
export function capacityOf(vcpus: number) {
    const workers = Math.floor(vcpus / WORKER_VCPUS);
    return {
        cpu: `${vcpus} vCPU`,
        memory: `${workers * WORKER_GIGABYTES} GB`,
        disk: `${workers * DISK_GIGABYTES} GB`,
    };
}

/** How Spark is started, in the notation of its command line. */
export function sparkParameters(modules: string, maximumVcpus: number): string {
    const settings = {
        "spark.driver.cores": WORKER_VCPUS,
        "spark.driver.memory": HEAP,
        "spark.executor.cores": WORKER_VCPUS,
        "spark.executor.memory": HEAP,
        // One worker is the driver.
        "spark.dynamicAllocation.maxExecutors": Math.floor(maximumVcpus / WORKER_VCPUS) - 1,
        // What passes the disk of a worker is a transaction too.
        "spark.io.encryption.enabled": true,
        // Tables are Athena's: without this, Spark would ask the Glue catalog, which no way of the network leads to.
        "spark.sql.catalogImplementation": "in-memory",
    };
    const confs = Object.entries(settings).map(([name, value]) => `--conf ${name}=${value}`);
    return [`--py-files ${modules}`, ...confs].join(" ");
}
