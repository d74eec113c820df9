namespace WalkBuddyBot.EndToEnd.Faults.Connector;

/// <summary>What the simulator does to which share of the calls. The shares are taken one after another from one draw of a seeded random.</summary>
internal sealed record ConnectorFaults
{
    public int Seed { get; init; }

    /// <summary>429.</summary>
    public double Throttled { get; init; }

    /// <summary>As the header is to say it: seconds, a date, nonsense; null for no header.</summary>
    public string? RetryAfter { get; init; }

    /// <summary><see cref="Status"/>.</summary>
    public double Failing { get; init; }

    public int Status { get; init; } = 503;

    /// <summary>The connection is reset before it is accepted.</summary>
    public double Reset { get; init; }

    /// <summary>It is accepted, and the connection is reset instead of an answer.</summary>
    public double LostReply { get; init; }

    /// <summary>It is accepted, and the answer's body never ends.</summary>
    public double Endless { get; init; }

    /// <summary>How long each accepted call takes to be answered.</summary>
    public int DelayMilliseconds { get; init; }

    public const string AsThrottled = "429";
    public const string AsFailing = "failing";
    public const string AsReset = "reset";
    public const string AsLost = "lost";
    public const string AsEndless = "endless";

    /// <summary>What becomes of a call that drew a number from 0 to 1.</summary>
    public string Draw(double number)
    {
        (double Share, string Ending)[] endings =
            [(Throttled, AsThrottled), (Failing, AsFailing), (Reset, AsReset), (LostReply, AsLost), (Endless, AsEndless)];
        foreach (var (share, ending) in endings)
        {
            if (number < share)
            {
                return ending;
            }

            number -= share;
        }

        return ConnectorCall.Accepted;
    }
}
