namespace WalkBuddyBot.BotFramework.DirectLine;

/// <summary>Where the calls are.</summary>
internal static class DirectLinePaths
{
    public const string Base = "/v3/directline";

    public static string Stream(string conversation) => $"{Base}/conversations/{conversation}/stream";
}
