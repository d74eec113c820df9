namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>Where the classifier is, once there is one for the content that is installed.</summary>
internal interface IClassifierSource
{
    /// <summary>The classifier; null while it still learns, when the topics' words alone must do.</summary>
    IClassifier? Current { get; }
}
