namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>What bytes turned out to be.</summary>
internal abstract record ActivityReading
{
    private ActivityReading()
    {
    }

    /// <summary>An activity, with the known fields only.</summary>
    public sealed record Good(BotActivity Activity) : ActivityReading;

    /// <summary>None. The reason names a field or the form, never a content.</summary>
    public sealed record Wrong(string Reason) : ActivityReading;
}
