namespace WalkBuddyBot.Nudging;

/// <summary>Takes back what a dead node had. Runs by itself at the start of the service and every two seconds.</summary>
public interface INudgeRecovery
{
    /// <summary>Runs once; the first run of a process treats every lease as void where only one process can hold any.</summary>
    /// <returns>How many nudges are uncertain because of it.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
