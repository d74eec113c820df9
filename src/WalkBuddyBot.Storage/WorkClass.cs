namespace WalkBuddyBot.Storage;

/// <summary>Whose work waits for the writer.</summary>
internal enum WorkClass
{
    /// <summary>Someone waits for an answer: first.</summary>
    Chat,

    /// <summary>The clock's work.</summary>
    Dispatch,
}
