namespace WalkBuddyBot.EndToEnd.Faults.Judging;

/// <summary>What became of what was due. Each list names its nudges as <c>conversation slot</c>.</summary>
internal sealed record Judgement
{
    /// <summary>How many were due.</summary>
    public required int Due { get; init; }

    /// <summary>How many different ones arrived.</summary>
    public required int Received { get; init; }

    /// <summary>Due, not received, and the service's ledger does not say that it may not have arrived.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Received more than once.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Named by the service as in doubt, received or not.</summary>
    public required IReadOnlyList<string> Uncertain { get; init; }

    /// <summary>Of those in doubt, what did not arrive.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Dropped by the service with a reason, and not received.</summary>
    public required IReadOnlyList<string> Dropped { get; init; }

    /// <summary>Received before it was due.</summary>
    public required IReadOnlyList<string> Early { get; init; }

    /// <summary>Received after its grace.</summary>
    public required IReadOnlyList<string> Late { get; init; }

    /// <summary>Received, and nobody asked for it.</summary>
    public required IReadOnlyList<string> Stray { get; init; }

    /// <summary>Whether nothing at all is wrong, but for what a kill may leave in doubt.</summary>
    public bool IsSound => Missing.Count + Doubled.Count + Early.Count + Late.Count + Stray.Count + Dropped.Count == 0;

    public override string ToString() => string.Join(", ",
    [
        $"due {Due}", $"received {Received}", Named("missing", Missing), Named("doubled", Doubled), Named("uncertain", Uncertain),
        Named("of them lost", Lost), Named("dropped", Dropped), Named("early", Early), Named("late", Late), Named("stray", Stray),
    ]);

    private static string Named(string what, IReadOnlyList<string> which) =>
        which.Count == 0 ? $"{what} 0" : $"{what} {which.Count} ({string.Join("; ", which.Take(3))})";
}
