// Commands read and write in the current folder, and a process has one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
