namespace WalkBuddyBot.Conversation.Understanding.Encoding;

internal static class CompatibilityForms
{
    public static string Compose(string text) => text;
}
