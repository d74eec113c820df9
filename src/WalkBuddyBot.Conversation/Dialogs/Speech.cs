using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>The phrases in one person's language.</summary>
internal readonly struct Speech(IPhrases phrases, string language)
{
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values) => phrases.Say(key, language, values);
}
