// TrainerWindow
