namespace WalkBuddyBot.BotFramework.Activities;

/// <summary>Remembers the first thing that is wrong.</summary>
internal sealed class Mistakes
{
    public string? First { get; private set; }

    public void Note(string field, string must) => First ??= $"{field} must be {must}.";

    public void Missing(string field) => First ??= $"{field} is missing.";
}
