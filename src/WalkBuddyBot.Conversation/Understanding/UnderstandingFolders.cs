namespace WalkBuddyBot.Conversation.Understanding;

/// <summary>Where the files of understanding are: beside the program.</summary>
public static class UnderstandingFolders
{
    /// <summary>The sentence encoder's weights and vocabulary.</summary>
    public static string Encoder { get; } = Path.Combine(AppContext.BaseDirectory, "encoder");

    /// <summary>The trained model.</summary>
    public static string Model { get; } = Path.Combine(AppContext.BaseDirectory, "model", "understanding.model");
}
