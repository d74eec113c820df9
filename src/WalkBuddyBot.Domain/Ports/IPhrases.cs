namespace WalkBuddyBot.Domain;

/// <summary>What the bot says outside the topics: whole sentences with named places, from content files.</summary>
public interface IPhrases
{
    /// <summary>The sentence of a key with its places filled. A missing key or place is a defect of the content, found at start.</summary>
    /// <param name="key">Such as <c>reminder.set</c>.</param>
    /// <param name="language">A BCP 47 tag; a missing language falls back to English.</param>
    /// <param name="values">The named places.</param>
    string Say(string key, string language, params ReadOnlySpan<(string Name, object Value)> values);
}
